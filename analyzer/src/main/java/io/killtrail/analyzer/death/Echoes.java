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
    return deaths.subMap(time.minus(AT_ONCE), true, time.plus(AT_ONCE), true).values().stream()
        .flatMap(List::stream);
  }

  private static boolean echo(Death silent, Death signalled) {
    Exit exit = silent.exit();
    boolean otherUnit =
        silent.run().isPresent()
            && signalled.run().isPresent()
            && !unit(silent).equals(unit(signalled));
    return otherUnit
        && exit.how().isPresent()
        && exit.how().equals(signalled.exit().how())
        && exit.status().equals(signalled.exit().status());
  }

  private static Optional<String> unit(Death death) {
    return death.run().map(UnitRun::unit);
  }
}
