package io.killtrail.cli.host;

import io.killtrail.cli.option.MachineOptions;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.OutputFile;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.capture.HostCapture;
import io.killtrail.ingest.snapshot.SnapshotSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Takes snapshots and gives them to their target. What could not be seen is said once. */
final class SnapshotRun {
  private static final long SLICE_MILLIS = 100;

  private final MachineOptions machine;
  private final SnapshotTarget target;
  private final Optional<Path> last;
  private final Session session;
  private final Set<String> said = new HashSet<>();

  /**
   * Nothing is taken yet.
   *
   * @param last where the snapshot before is, and this one is to be kept
   */
  SnapshotRun(MachineOptions machine, SnapshotTarget target, Optional<Path> last, Session session) {
    this.machine = machine;
    this.target = target;
    this.last = last;
    this.session = session;
  }

  ExitStatus once() throws IOException, InterruptedException {
    take(series());
    return status();
  }

  /** Until somebody asks to stop. */
  ExitStatus every(Duration pause, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    SnapshotSeries series = series();
    while (!stopping.getAsBoolean()) {
      long next = System.nanoTime() + pause.toNanos();
      take(series);
      while (System.nanoTime() < next && !stopping.getAsBoolean()) {
        Thread.sleep(SLICE_MILLIS);
      }
    }
    if (last.isEmpty()) {
      // Who reads it later is to know until when all of it was there.
      StringBuilder whole = new StringBuilder();
      series.writeWhole(whole);
      target.take(whole.toString());
    }
    return status();
  }

  private SnapshotSeries series() throws IOException {
    if (last.isEmpty() || !Files.exists(last.get())) {
      return new SnapshotSeries();
    }
    try (InputStream in = Files.newInputStream(last.get())) {
      return SnapshotSeries.after(in);
    }
  }

  private void take(SnapshotSeries series) throws IOException, InterruptedException {
    HostCapture capture = machine.capture(session.environment().clock());
    capture.unseen().stream().filter(said::add).forEach(session::complain);
    StringBuilder changes = new StringBuilder();
    series.write(capture.snapshot(), changes);
    target.take(changes.toString());
    if (last.isPresent()) {
      OutputFile.write(last.get(), series::writeWhole);
    }
  }

  private ExitStatus status() {
    return said.isEmpty() ? ExitStatus.DONE : ExitStatus.PARTLY;
  }
}
