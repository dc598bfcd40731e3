package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Collision.Tids;

/**
 * The numbers that are shown: about that of the file, with the victim's threads and, if it is not
 * too far off, the sender's.
 *
 * @param low lower edge
 * @param high upper edge
 */
record NumberRange(double low, double high) {
  /** A process with more numbers than this is shown about the number only. */
  private static final int WIDEST = 1200;

  private static final int LEAST = 14;
  private static final double MARGIN = 0.09;

  static NumberRange of(Scene scene) {
    int low = scene.number();
    int high = scene.number();
    Holder victim = scene.first(Role.VICTIM).orElseThrow();
    int lowest = victim.pid();
    int highest = victim.threads().stream().mapToInt(Tids::last).max().orElse(victim.pid());
    low = Math.max(Math.min(low, lowest), scene.number() - WIDEST / 2);
    high = Math.min(Math.max(high, highest), scene.number() + WIDEST / 2);
    int room = Math.max(LEAST, high - low);
    for (Holder holder : scene.collision().holders()) {
      boolean near = holder.pid() >= low - room && holder.pid() <= high + room;
      if (holder.role() == Role.SENDER && near) {
        low = Math.min(low, holder.pid());
        high = Math.max(high, holder.pid());
      }
    }
    double margin = Math.max((high - low) * MARGIN, (LEAST - (high - low)) / 2.0);
    return new NumberRange(Math.max(0, low - margin - 1), high + margin + 1);
  }

  boolean holds(int number) {
    return number >= low && number <= high;
  }
}
