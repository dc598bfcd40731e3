package io.killtrail.ingest.capture;

import io.killtrail.ingest.image.HostImage;
import io.killtrail.ingest.image.ImagePidFile;
import io.killtrail.ingest.image.PidFileSearch;
import io.killtrail.ingest.snapshot.HeldNumber;
import io.killtrail.ingest.snapshot.Snapshot;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A snapshot, and what is missing in it.
 *
 * @param snapshot what could be seen
 * @param units the units that name PID files with {@code PIDFile=}, by path
 * @param unreadable PID files whose content could not be read, with the reason, by path
 * @param unseen what could not be seen, for people; those files among it
 */
public record HostCapture(
    Snapshot snapshot,
    Map<String, String> units,
    Map<String, String> unreadable,
    List<String> unseen) {
  private static final Path ROOT = Path.of("/");
  private static final Path PROC = Path.of("/proc");

  public HostCapture {
    units = Map.copyOf(units);
    unreadable = new TreeMap<>(unreadable);
    unseen = List.copyOf(unseen);
  }

  /**
   * This machine now.
   *
   * @param globs where PID files lie besides
   * @throws IOException when there is no {@code /proc} as Linux has it
   */
  public static HostCapture ofThisMachine(List<String> globs, InstantSource clock)
      throws IOException {
    return of(ROOT, PROC, globs, clock);
  }

  /** A machine with this root directory and this {@code /proc}. */
  static HostCapture of(Path root, Path proc, List<String> globs, InstantSource clock)
      throws IOException {
    KernelFiles kernel = new KernelFiles(proc);
    Instant now = clock.instant();
    Snapshot.Kernel running = kernel.running(now);
    // PID files first: of a number that is given away meanwhile the file is older, as it was.
    PidFilesRead files = PidFilesRead.of(PidFileSearch.below(root, globs));
    TaskTree tasks = new TaskTree(proc);
    Snapshot snapshot =
        new Snapshot(
            clock.instant(), kernel.hostName(), Optional.of(running), tasks.read(), files.held());
    List<String> unseen = new ArrayList<>(files.unseen());
    unseen.addAll(tasks.unseen());
    return new HostCapture(snapshot, files.units(), files.unreadable(), unseen);
  }

  /**
   * An image: its PID files. No process runs there.
   *
   * @throws IOException when it is no directory
   */
  public static HostCapture ofImage(Path root, List<String> globs, InstantSource clock)
      throws IOException {
    PidFilesRead files = PidFilesRead.of(PidFileSearch.below(root, globs));
    Snapshot snapshot =
        new Snapshot(
            clock.instant(), HostImage.hostName(root), Optional.empty(), List.of(), files.held());
    return new HostCapture(snapshot, files.units(), files.unreadable(), files.unseen());
  }

  /** The PID files that were found, read. */
  private record PidFilesRead(
      List<HeldNumber> held,
      Map<String, String> units,
      Map<String, String> unreadable,
      List<String> unseen) {

    static PidFilesRead of(PidFileSearch found) {
      PidFilesRead read =
          new PidFilesRead(
              new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>(found.unseen()));
      found.files().forEach(read::add);
      return read;
    }

    private void add(ImagePidFile file) {
      file.unit().ifPresent(unit -> units.put(file.path(), unit));
      try {
        held.add(file.held());
      } catch (NoSuchFileException e) {
        units.remove(file.path()); // its process ended just now
      } catch (IOException e) {
        unreadable.put(file.path(), Reason.of(e));
        unseen.add(file.path() + ": " + Reason.of(e));
      }
    }
  }
}
