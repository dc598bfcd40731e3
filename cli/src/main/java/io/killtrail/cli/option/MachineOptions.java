package io.killtrail.cli.option;

import io.killtrail.ingest.capture.HostCapture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which machine is looked at, and where. */
public final class MachineOptions {
  @Option(
      names = "--pid-files",
      paramLabel = "GLOB",
      description =
          "PID files besides those in /run, /var/run, /var/lib and /var/spool, and those that units"
              + " (PIDFile=) and files in /etc name: a path with *, ?, {a,b} or **, in quotes. May"
              + " be repeated.")
  private List<String> globs = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "IMAGE",
      description =
          "A mounted image, or a copied root directory, instead of this machine: no process runs"
              + " there.")
  private Path root;

  /** Made by picocli. */
  public MachineOptions() {}

  /** The image; empty for this machine. */
  public Optional<Path> root() {
    return Optional.ofNullable(root);
  }

  /** What is there now. */
  public HostCapture capture(InstantSource clock) throws IOException {
    List<String> absolute = globs.stream().map(this::absolute).toList();
    return root == null
        ? HostCapture.ofThisMachine(absolute, clock)
        : HostCapture.ofImage(root, absolute, clock);
  }

  /** In an image paths count from its root, here from where the user is. */
  private String absolute(String glob) {
    return glob.startsWith("/")
        ? glob
        : (root == null ? Path.of("").toAbsolutePath().toString() : "") + "/" + glob;
  }
}
