package io.killtrail.analyzer.death;

import java.time.Duration;

/** How far apart in time things may lie that belong together. */
public final class Windows {
  /**
   * An audit stamp is the time of the system call's entry on a coarse clock, and a burst is written
   * late: the record of the cause may be stamped so long after the effect.
   */
  public static final Duration EFFECT_BEFORE_CAUSE = Duration.ofSeconds(6);

  /** systemd's DefaultTimeoutStopSec. */
  public static final Duration DEFAULT_STOP_LIMIT = Duration.ofSeconds(90);

  /** Few units are given longer to stop (mariadb.service: 15 minutes). */
  public static final Duration LONGEST_STOP_LIMIT = Duration.ofMinutes(30);

  /** Beyond the stop limit, for what the manager does afterwards. */
  public static final Duration AFTER_STOP_LIMIT = Duration.ofSeconds(10);

  /** The manager writes its line, and sends its signals, within this time of each other. */
  public static final Duration MANAGER_LINE = Duration.ofSeconds(2);

  /** Lines about one event of a unit. */
  public static final Duration SAME_EVENT = Duration.ofSeconds(5);

  /** Whoever lives so long after a deadly signal has survived it. */
  public static final Duration SURVIVED = Duration.ofSeconds(5);

  /** A probe belongs to the signal that follows within this time. */
  public static final Duration PROBE = Duration.ofSeconds(30);

  private Windows() {}

  /** How long before a death the signal can have been that caused it, where no limit is known. */
  public static Duration causeBefore() {
    return causeBefore(DEFAULT_STOP_LIMIT);
  }

  /** The same for a unit of which a longer stop is known. */
  public static Duration causeBefore(Duration stopLimit) {
    Duration limit = stopLimit.compareTo(DEFAULT_STOP_LIMIT) > 0 ? stopLimit : DEFAULT_STOP_LIMIT;
    return limit.plus(AFTER_STOP_LIMIT);
  }
}
