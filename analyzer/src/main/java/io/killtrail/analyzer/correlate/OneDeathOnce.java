package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.death.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two units can report one exit, when the manager itself was fooled by a stale PIDFile=. It is one
 * death: the case with the surer verdict tells it, and one with a signal rather than one without.
 */
final class OneDeathOnce {
  private OneDeathOnce() {}

  static List<Case> of(List<Case> cases) {
    Map<String, Case> best = new HashMap<>();
    Map<Integer, List<Case>> signalled = new HashMap<>();
    for (Case told : cases) {
      best.merge(key(told), told, OneDeathOnce::surer);
      if (told.signal().isPresent() && told.victim().pid().isPresent()) {
        signalled
            .computeIfAbsent(told.victim().pid().getAsInt(), none -> new ArrayList<>(1))
            .add(told);
      }
    }
    List<Case> once = new ArrayList<>(best.values());
    once.removeIf(
        told ->
            told.signal().isEmpty()
                && signalled.getOrDefault(told.victim().pid().orElse(-1), List.of()).stream()
                    .anyMatch(other -> sameExit(told, other)));
    return once;
  }

  /** The exit of one process, told by another unit too. */
  private static boolean sameExit(Case bare, Case signalled) {
    Duration delay = Duration.between(signalled.time(), bare.time());
    return bare.exit().status().isPresent()
        && bare.exit().status().equals(signalled.exit().status())
        && !bare.victim().unit().equals(signalled.victim().unit())
        && delay.compareTo(Windows.causeBefore()) <= 0
        && delay.compareTo(Windows.EFFECT_BEFORE_CAUSE.negated()) >= 0;
  }

  /** The same deciding signal to the same process, else the case itself. */
  private static String key(Case told) {
    return told.signal().isPresent() && told.victim().pid().isPresent()
        ? told.id() + " " + told.victim().pid().getAsInt()
        : told.id() + " " + told.victim().unit().orElse("");
  }

  private static Case surer(Case one, Case other) {
    Comparator<Case> order =
        Comparator.comparing(Case::confidence)
            .thenComparing(told -> told.victim().unit().orElse(""));
    return order.compare(one, other) <= 0 ? one : other;
  }
}
