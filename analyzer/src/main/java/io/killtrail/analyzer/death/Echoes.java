package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two units can report one exit: the manager reads a stale PIDFile= and takes a foreign process for
 * the unit's main process. The unit that was hit tells the death; the other's is an echo of it.
 */
final class Echoes {
  /** The manager reports both in one go. */
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  private Echoes() {}

  static List<Death> without(List<Death> deaths) {
    NavigableMap<Instant, List<Death>> signalled = new TreeMap<>();
    for (Death death : deaths) {
      if (death.deciding().isPresent() && death.exit().status().isPresent()) {
        signalled.computeIfAbsent(death.time(), none -> new ArrayList<>(1)).add(death);
      }
    }
    List<Death> kept = new ArrayList<>(deaths);
    kept.removeIf(
        death ->
            death.deciding().isEmpty()
                && about(death.time(), signalled).anyMatch(one -> echo(death, one)));
    return kept;
  }

  private static Stream<Death> about(Instant time, NavigableMap<Instant, List<Death>> deaths) {
    Duration around = Windows.SAME_EVENT;
    return deaths.subMap(time.minus(around), true, time.plus(around), true).values().stream()
        .flatMap(List::stream);
  }

  private static boolean echo(Death silent, Death signalled) {
    Exit exit = silent.exit();
    return otherUnit(silent, signalled)
        && exit.how().isPresent()
        && exit.how().equals(signalled.exit().how())
        && exit.status().equals(signalled.exit().status())
        && (atOnce(silent, signalled) || sameMain(silent, signalled));
  }

  private static boolean otherUnit(Death silent, Death signalled) {
    return silent.run().isPresent()
        && signalled.run().isPresent()
        && !unit(silent).equals(unit(signalled));
  }

  private static boolean atOnce(Death silent, Death signalled) {
    return Duration.between(silent.time(), signalled.time()).abs().compareTo(AT_ONCE) <= 0;
  }

  /** Stamps of text forms are too coarse to show that it was at once. */
  private static boolean sameMain(Death silent, Death signalled) {
    return silent.mainPid().isPresent() && silent.mainPid().equals(signalled.mainPid());
  }

  private static Optional<String> unit(Death death) {
    return death.run().map(UnitRun::unit);
  }
}
