package io.killtrail.ingest.journal;

import io.killtrail.ingest.audit.JoinedSignals;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of one event so far, joined without a serial. */
final class JoinedEvent {
  /** A broadcast names every process of the host; beyond this a line is no target any more. */
  private static final int MOST_RECORDS = 100_000;

  private static final int ESRCH = 3;

  private final Instant written;
  private final Origin origin;
  private final Optional<SignalSent> signal;
  private final List<String> records = new ArrayList<>();
  private final List<RawRecord> raw = new ArrayList<>();
  private long touched;
  private boolean targeted;
  private boolean titled;

  /**
   * An event of which the call is known.
   *
   * @param signal what its SYSCALL record tells; empty if it is another call
   */
  JoinedEvent(Instant written, Origin origin, Optional<SignalSent> signal) {
    this.written = written;
    this.origin = origin;
    this.signal = signal;
  }

  void add(String text, RawRecord line, long lineNumber) {
    touched = lineNumber;
    targeted |= text.startsWith("OBJ_PID ");
    if (records.isEmpty() || (signal.isPresent() && records.size() < MOST_RECORDS)) {
      records.add(text);
      raw.add(line);
    }
  }

  /** Number of the line that was its last record. */
  long touched() {
    return touched;
  }

  /** Whether a record of this stamp and host may be its own. */
  boolean at(Instant stamp, Origin other) {
    return written.equals(stamp) && origin.node().equals(other.node());
  }

  /** Whether the call named exactly this process. */
  boolean addressed(int opid) {
    return mayHaveTarget()
        && switch (signal.get().addressed()) {
          case Addressed.Task task -> task.number() == opid;
          case Addressed.ThreadOf thread -> thread.tgid() == opid;
          case Addressed.Group none -> false;
          case Addressed.OwnGroup none -> false;
          case Addressed.Broadcast none -> false;
          case Addressed.Pidfd none -> false;
          case Addressed.Unknown none -> false;
        };
  }

  /** Whether the next target may be this event's; ptrace and some ioctls name theirs too. */
  boolean expectsTarget() {
    return !titled && (signal.isEmpty() || mayHaveTarget());
  }

  private boolean mayHaveTarget() {
    return signal.isPresent()
        && signal.get().errno().orElse(0) != ESRCH
        && (!targeted || several(signal.get().addressed()));
  }

  boolean untitled() {
    return !titled;
  }

  /**
   * Its PROCTITLE has come, or that of another event which was taken for it; whether a target of
   * the number that it addressed would still be its own.
   */
  boolean title() {
    titled = true;
    return mayHaveTarget() && !targeted;
  }

  private static boolean several(Addressed addressed) {
    return switch (addressed) {
      case Addressed.Task none -> false;
      case Addressed.ThreadOf none -> false;
      case Addressed.Pidfd none -> false;
      case Addressed.Group none -> true;
      case Addressed.OwnGroup none -> true;
      case Addressed.Broadcast none -> true;
      case Addressed.Unknown none -> true;
    };
  }

  /** The signal with all that was joined to it. */
  Optional<SignalSent> signal(JoinedSignals reader) {
    return signal.isEmpty() ? signal : reader.read(records, origin.provenance(0, raw));
  }
}
