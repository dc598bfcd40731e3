package io.killtrail.cli.option;

import io.killtrail.ingest.image.HostImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the evidence is. */
public final class EvidenceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and directories; - is standard input.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "IMAGE",
      description =
          "A mounted image, or a copied root directory: logs, journals and PID files in it are"
              + " found; links stay inside. May be given more than once.")
  private List<Path> roots = new ArrayList<>();

  @Option(
      names = "--journal",
      description =
          "The journal of this machine, by journalctl, behind what was read of it before.")
  private boolean journal;

  /** Made by picocli. */
  public EvidenceOptions() {}

  /** Files and directories. */
  public List<Path> paths() {
    if (paths.isEmpty() && roots.isEmpty() && !journal) {
      throw new ParameterException(
          command.commandLine(),
          "Missing required parameter: 'PATH', or '--root=IMAGE', or '--journal'");
    }
    return List.copyOf(paths);
  }

  /** Whether the journal of this machine is meant. */
  public boolean journal() {
    return journal;
  }

  /** Whether standard input is all that was named. */
  public boolean standardInputOnly() {
    return paths().equals(List.of(Path.of("-")));
  }

  /** Whether images were named, or standard input beside paths: neither goes on for ever. */
  public boolean cannotBeFollowed() {
    return !roots.isEmpty() || (paths.contains(Path.of("-")) && (!standardInputOnly() || journal));
  }

  /**
   * The images.
   *
   * @throws IOException when one is no directory
   */
  public List<HostImage> images() throws IOException {
    List<HostImage> images = new ArrayList<>();
    for (Path root : roots) {
      images.add(HostImage.open(root));
    }
    return images;
  }
}
