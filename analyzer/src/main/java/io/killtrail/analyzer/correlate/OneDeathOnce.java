package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two units can report one exit, when the manager itself was fooled by a stale PIDFile=. It is one
 * death: the case with the surer verdict tells it.
 */
final class OneDeathOnce {
  private OneDeathOnce() {}

  static List<Case> of(List<Case> cases) {
    Map<String, Case> best = new HashMap<>();
    for (Case told : cases) {
      best.merge(key(told), told, OneDeathOnce::surer);
    }
    return new ArrayList<>(best.values());
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
