package io.killtrail.analyzer.host;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of signals that is looked at together, so that memory stays bounded whatever their
 * number. Deaths from {@code from} on and before {@code to} are told in it; signals around it are
 * there to be seen.
 *
 * @param first index of the first signal to be seen
 * @param end index after the last signal to be seen
 */
public record Window(Instant from, Instant to, int first, int end) {
  /** Signals whose deaths are told in one window. */
  private static final int CORE = 30_000;

  /** Signals that are seen before and after, at most: so memory stays bounded on busy hosts. */
  private static final int AROUND = 10_000;

  /** A death and its cause lie less apart, unless a unit is given longer to stop. */
  private static final Duration REACH = Duration.ofMinutes(3);

  /** What happened farther off than this does not matter to what is told in a window. */
  private static final Duration FAR = Duration.ofHours(1);

  /** Whether what happened then is told in this window. */
  public boolean tells(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** Whether what happened then may matter to what is told in this window. */
  public boolean near(Instant time) {
    return (from.equals(Instant.MIN) || !time.isBefore(from.minus(FAR)))
        && (to.equals(Instant.MAX) || !time.isAfter(to.plus(FAR)));
  }

  /**
   * The windows over these signals.
   *
   * @param cause how long before a death the signal may have been that caused it
   */
  static List<Window> over(SignalRefs refs, Duration cause) {
    Duration before = cause.compareTo(REACH) > 0 ? cause : REACH;
    List<Window> windows = new ArrayList<>();
    int core = 0;
    do {
      int next = next(refs, core);
      Instant from = core == 0 ? Instant.MIN : time(refs, core);
      Instant to = next >= refs.size() ? Instant.MAX : time(refs, next);
      windows.add(new Window(from, to, before(refs, core, before), after(refs, next)));
      core = next;
    } while (core < refs.size());
    return windows;
  }

  /** Windows meet between two stamps, never within one. */
  private static int next(SignalRefs refs, int core) {
    int next = Math.min(core + CORE, refs.size());
    while (next < refs.size() && refs.time(next) == refs.time(next - 1)) {
      next++;
    }
    return next;
  }

  private static int before(SignalRefs refs, int core, Duration reach) {
    if (core == 0) {
      return 0;
    }
    int reached = refs.ceiling(refs.time(core) - micros(reach));
    return Math.max(reached, core - AROUND);
  }

  private static int after(SignalRefs refs, int next) {
    if (next >= refs.size()) {
      return refs.size();
    }
    int reached = refs.ceiling(refs.time(next) + micros(REACH));
    return Math.min(reached, Math.min(next + AROUND, refs.size()));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private static Instant time(SignalRefs refs, int index) {
    return Instant.EPOCH.plus(refs.time(index), ChronoUnit.MICROS);
  }
}
