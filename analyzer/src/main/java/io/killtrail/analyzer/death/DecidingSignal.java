package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.ingest.fact.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which of several signals ended a process. */
final class DecidingSignal {
  /** Signals closer together than this are one burst: the first counts. */
  private static final Duration BURST = Duration.ofMillis(500);

  /**
   * A death is laid to a later signal when it followed so many times faster than the signals did.
   */
  private static final int PROMPT = 4;

  /** Signals that ask to end; a process that aborts of itself has other reasons. */
  private static final Set<Integer> ENDING =
      Set.of(Signals.INT, Signals.QUIT, Signals.KILL, Signals.TERM);

  private DecidingSignal() {}

  /**
   * The first that explains the exit; but a later one if death followed it promptly, having not
   * followed the first.
   */
  static Optional<Delivery> choose(
      List<Delivery> deliveries, Exit exit, Instant end, OptionalInt mainPid) {
    List<Delivery> fitting =
        deliveries.stream().filter(one -> Explains.explains(one.number(), exit)).toList();
    List<Delivery> likely = exit.status().isPresent() ? fitting : withoutReloads(fitting);
    List<Delivery> toMain =
        likely.stream().filter(one -> one.victimPid() == mainPid.orElse(-1)).toList();
    List<Delivery> rivals = toMain.isEmpty() ? likely : toMain;
    Optional<Delivery> chosen = Optional.empty();
    for (Delivery next : rivals) {
      if (chosen.isEmpty() || overtakes(next, chosen.get(), end)) {
        chosen = Optional.of(next);
      }
    }
    return chosen.map(last -> answered(last, deliveries));
  }

  /** The signal that a process answered when it signalled itself, else the given one. */
  private static Delivery answered(Delivery chosen, List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(earlier -> chosen.toSelf() && ENDING.contains(chosen.number()))
        .filter(earlier -> !earlier.toSelf() && ENDING.contains(earlier.number()))
        .filter(earlier -> earlier.victimPid() == chosen.victimPid())
        .filter(earlier -> !earlier.time().isAfter(chosen.time()))
        .filter(earlier -> earlier.time().isAfter(chosen.time().minus(Windows.SAME_EVENT)))
        .findFirst()
        .orElse(chosen);
  }

  /**
   * Where no status tells, SIGTERM rather than what daemons take as a request to reload or report.
   */
  private static List<Delivery> withoutReloads(List<Delivery> fitting) {
    List<Delivery> terms =
        fitting.stream()
            .filter(one -> one.number() == Signals.TERM || one.number() == Signals.KILL)
            .toList();
    return terms.isEmpty() ? fitting : terms;
  }

  private static boolean overtakes(Delivery next, Delivery chosen, Instant end) {
    if (next.toSelf() || sameSender(next, chosen)) {
      return false;
    }
    Duration gap = Duration.between(chosen.time(), next.time());
    Duration delay = Duration.between(next.time(), end);
    return gap.compareTo(BURST) > 0
        && !delay.isNegative()
        && delay.multipliedBy(PROMPT).compareTo(gap) < 0;
  }

  private static boolean sameSender(Delivery one, Delivery other) {
    return one.senderPid().equals(other.senderPid());
  }
}
