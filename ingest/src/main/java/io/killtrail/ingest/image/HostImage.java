package io.killtrail.ingest.image;

import io.killtrail.ingest.IngestOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host's root directory, mounted from an image or copied.
 *
 * @param named as the user named it
 * @param path where it is, free of links
 * @param host what it calls itself
 * @param zone its zone
 * @param logs files that may be evidence, in no order
 * @param pidFiles sorted
 * @param missing what was looked for and is not there, for people
 */
public record HostImage(
    String named,
    Path path,
    Optional<String> host,
    Optional<ZoneId> zone,
    List<Path> logs,
    List<ImagePidFile> pidFiles,
    List<String> missing) {
  public HostImage {
    logs = List.copyOf(logs);
    pidFiles = List.copyOf(pidFiles);
    missing = List.copyOf(missing);
  }

  /**
   * Looks through it; opens none of the logs.
   *
   * @throws IOException when it is no directory
   */
  public static HostImage open(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      String problem = Files.exists(root) ? "not a directory" : "no such directory";
      throw new FileSystemException(root.toString(), null, problem);
    }
    Path real = root.toRealPath();
    ImageTree tree = new ImageTree(real);
    HostSettings settings = new HostSettings(tree);
    LogFiles logs = new LogFiles(tree);
    List<ImagePidFile> pidFiles = new PidFiles(tree).told();
    List<String> missing = new ArrayList<>(logs.missing());
    say(
        missing,
        pidFiles.isEmpty(),
        "no PID files in /run, /var/run, /var/lib, /var/spool or named by units or in /etc");
    say(missing, settings.name().isEmpty(), "no host name in /etc/hostname");
    say(missing, settings.zone().isEmpty(), "no zone in /etc/localtime and /etc/timezone");
    return new HostImage(
        root.toString(), real, settings.name(), settings.zone(), logs.files(), pidFiles, missing);
  }

  /** What the host calls itself whose root directory this is. */
  public static Optional<String> hostName(Path root) throws IOException {
    return new HostSettings(new ImageTree(root.toRealPath())).name();
  }

  private static void say(List<String> missing, boolean absent, String what) {
    if (absent) {
      missing.add(what);
    }
  }

  /** What the user said, and for what was not said what the image says. */
  public IngestOptions complete(IngestOptions said) {
    return new IngestOptions(
        said.host().or(() -> host), said.year(), said.sourceZone().or(() -> zone));
  }
}
