package io.killtrail.cli.option;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether evidence is shown with pseudonyms in place of names. */
public final class RedactOptions {
  @Option(
      names = "--redact",
      description =
          "Show pseudonyms in place of user names, hosts, addresses and command arguments, so that"
              + " the output can be shared. Numbers of users, programs, units and times stay.")
  private boolean redact;

  @Option(
      names = "--redact-key",
      paramLabel = "FILE",
      description =
          "The key of the pseudonyms; it is made when it is not there. The same key gives the same"
              + " pseudonyms. Default: redaction.key in the index; for analyze a new one each time.")
  private Path key;

  @Option(
      names = "--redact-also",
      paramLabel = "NAME",
      split = ",",
      description = "A further name to replace, of a customer or project; may be repeated.")
  private Set<String> also = new LinkedHashSet<>();

  /** Made by picocli. */
  public RedactOptions() {}

  /** Whether it was asked for; a key or further names ask for it too. */
  public boolean redact() {
    return redact || key != null || !also.isEmpty();
  }

  /** The file that was named. */
  public Optional<Path> key() {
    return Optional.ofNullable(key);
  }

  public Set<String> also() {
    return Set.copyOf(also);
  }
}
