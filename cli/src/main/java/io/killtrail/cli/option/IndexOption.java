package io.killtrail.cli.option;

import io.killtrail.cli.environment.Environment;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the index is. */
public final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "The index. Default: $KILLTRAIL_INDEX, else /var/lib/killtrail for root,"
              + " else ~/.local/share/killtrail.")
  private Path index;

  /** Made by picocli. */
  public IndexOption() {}

  /** Whether the user named it. */
  public boolean asked() {
    return index != null;
  }

  /** The directory that was asked for, or the default one. */
  public Path directory(Environment environment) {
    if (index != null) {
      return index;
    }
    return environment
        .variable("KILLTRAIL_INDEX")
        .map(Path::of)
        .orElseGet(
            () ->
                environment.root()
                    ? Path.of("/var/lib/killtrail")
                    : environment.home().resolve(".local/share/killtrail"));
  }
}
