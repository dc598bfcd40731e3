package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two units can report one exit: the manager reads a stale PIDFile= and takes a foreign process for
 * the unit's main process. The unit that was hit tells the death; the other's is an echo of it.
 */
final class Echoes {
  /** The manager reports both in one go. */
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  private Echoes() {}

  static List<Death> without(List<Death> deaths) {
    List<Death> signalled =
        deaths.stream()
            .filter(death -> death.deciding().isPresent() && death.exit().status().isPresent())
            .toList();
    List<Death> kept = new ArrayList<>(deaths);
    kept.removeIf(
        death ->
            death.deciding().isEmpty() && signalled.stream().anyMatch(one -> echo(death, one)));
    return kept;
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
        && exit.status().equals(signalled.exit().status())
        && Duration.between(silent.time(), signalled.time()).abs().compareTo(AT_ONCE) <= 0;
  }

  private static Optional<String> unit(Death death) {
    return death.run().map(UnitRun::unit);
  }
}
