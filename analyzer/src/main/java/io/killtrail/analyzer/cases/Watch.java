package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When one source of evidence was there.
 *
 * @param heard stretches in which it spoke, in order, apart from each other
 * @param missing stretches of which something of it is known to be missing, in order
 */
public record Watch(Source source, List<Span> heard, List<Span> missing) {

  /** What can be watched on a host. */
  public enum Source {
    /** Audit records of signal calls. */
    SIGNAL_CALLS,
    /** What the service manager tells of its units. */
    SERVICE_MANAGER,
    /** Snapshots of processes and threads. */
    PROCESSES,
    /** Snapshots of PID files, and accesses to watched ones. */
    PID_FILES
  }

  public Watch {
    Objects.requireNonNull(source);
    heard = List.copyOf(heard);
    missing = List.copyOf(missing);
  }

  Watch within(Optional<Instant> since, Optional<Instant> until) {
    return new Watch(source, clipped(heard, since, until), clipped(missing, since, until));
  }

  private static List<Span> clipped(
      List<Span> spans, Optional<Instant> since, Optional<Instant> until) {
    return spans.stream().flatMap(span -> span.within(since, until).stream()).toList();
  }
}
