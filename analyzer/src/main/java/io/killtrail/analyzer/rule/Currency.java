package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.history.ThreadLife;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a PID file still names its process. */
enum Currency {
  VALID,
  STALE,
  /** The number is its owner's no longer, but only the file's age tells. */
  STALE_BY_AGE,
  UNDECIDED;

  /** A file is written after its process started; stamps of both are this coarse. */
  private static final Duration TICK = Duration.ofMillis(1500);

  /** What the file's age says, given what its number was when it was used. */
  static Currency of(PidFileState file, PidFile.Matched matched, Named named, HostHistory history) {
    return switch (matched) {
      case THREAD -> ofThread(file, named, history);
      case PROCESS -> ofProcess(file, named, history);
    };
  }

  /** A thread that was there when its number was written is what the writer meant. */
  private static Currency ofThread(PidFileState file, Named named, HostHistory history) {
    Optional<Instant> started =
        history.threadOf(file.number(), named.pid(), named.time()).flatMap(ThreadLife::started);
    Optional<Instant> written = written(file, named);
    boolean meant =
        started.isPresent() && written.isPresent() && !after(started.get(), written.get());
    return meant ? UNDECIDED : STALE;
  }

  /** A file that is older than the process that it names was not written for it. */
  private static Currency ofProcess(PidFileState file, Named named, HostHistory history) {
    Optional<Life> owner = leader(file, named, history);
    Optional<Instant> started = owner.flatMap(Life::started);
    Optional<Instant> written = written(file, named);
    if (!history.sameBoot(file.seen(), named.time())) {
      // Boot for boot a daemon gets the same number and writes it anew.
      return named.whose() == Whose.VICTIM ? UNDECIDED : STALE_BY_AGE;
    }
    if (written.isEmpty()) {
      return started.filter(start -> after(start, file.seen())).isPresent() ? STALE : UNDECIDED;
    }
    if (beforeBoot(file, named, history)) {
      return started.isPresent() ? STALE : STALE_BY_AGE;
    }
    if (started.isPresent()) {
      return after(started.get(), written.get()) ? STALE : VALID;
    }
    if (owner.filter(life -> life.first().isBefore(written.get())).isPresent()) {
      return VALID;
    }
    return byUnit(written.get(), owner.flatMap(life -> named.run()));
  }

  /** Whether the file bears a time before the boot in which it is looked at. */
  static boolean beforeBoot(PidFileState file, Named named, HostHistory history) {
    Instant boot = history.bootAt(named.time()).start();
    return written(file, named).filter(time -> time.isBefore(boot)).isPresent();
  }

  private static Currency byUnit(Instant written, Optional<UnitRun> run) {
    return run.flatMap(UnitRun::started)
        .map(started -> after(started, written) ? STALE_BY_AGE : VALID)
        .orElse(UNDECIDED);
  }

  /** The process that the number names; of a group its leader, whoever else was hit. */
  private static Optional<Life> leader(PidFileState file, Named named, HostHistory history) {
    return file.number() == named.pid()
        ? named.process()
        : history
            .processAt(file.number(), named.time())
            .filter(life -> !life.first().isAfter(named.time()));
  }

  /** When the file was last written; one of the future is forged, or another clock's. */
  private static Optional<Instant> written(PidFileState file, Named named) {
    return file.modified().filter(time -> !after(time, named.time()));
  }

  private static boolean after(Instant time, Instant other) {
    return time.isAfter(other.plus(TICK));
  }
}
