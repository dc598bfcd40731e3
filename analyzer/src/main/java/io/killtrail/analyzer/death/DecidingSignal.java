package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of several signals ended a process. */
final class DecidingSignal {
  /** Signals closer together than this are one burst: the first counts. */
  private static final Duration BURST = Duration.ofMillis(500);

  /**
   * A death is laid to a later signal when it followed so many times faster than the signals did.
   */
  private static final int PROMPT = 4;

  private DecidingSignal() {}

  /**
   * The first that explains the exit; but a later one if death followed it promptly, having not
   * followed the first.
   */
  static Optional<Delivery> choose(
      List<Delivery> deliveries, Exit exit, Instant end, OptionalInt mainPid) {
    List<Delivery> fitting =
        deliveries.stream().filter(one -> Explains.explains(one.number(), exit)).toList();
    List<Delivery> toMain =
        fitting.stream().filter(one -> one.victimPid() == mainPid.orElse(-1)).toList();
    List<Delivery> rivals = toMain.isEmpty() ? fitting : toMain;
    Optional<Delivery> chosen = Optional.empty();
    for (Delivery next : rivals) {
      if (chosen.isEmpty() || overtakes(next, chosen.get(), end)) {
        chosen = Optional.of(next);
      }
    }
    return chosen;
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
