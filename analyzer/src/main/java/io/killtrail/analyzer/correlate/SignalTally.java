package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.SignalTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts signal calls in stretches of time, as short as the whole time allows: the stretches are
 * made longer when they become too many. What comes out depends on the times only, not on their
 * order.
 */
final class SignalTally {
  /** Lengths in seconds; each is a multiple of the one before. Longer ones are doubled. */
  private static final List<Integer> WIDTHS =
      List.of(1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 12 * 3600, 24 * 3600, 7 * 24 * 3600);

  /** More stretches than this lie between the first and the last call in no case. */
  static final int MOST = 4096;

  /** Stands for all numbers that are no signal's, of which a log may have any number. */
  private static final int NO_SIGNAL = 127;

  private static final int SIGNALS = NO_SIGNAL + 1;

  private Map<Long, Long> counts = new HashMap<>();
  private long width = WIDTHS.getFirst();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Counts a call of this signal. */
  void add(Instant time, int signal) {
    long second = time.getEpochSecond();
    first = Math.min(first, second);
    last = Math.max(last, second);
    while (Math.floorDiv(last, width) - Math.floorDiv(first, width) >= MOST) {
      widen(next());
    }
    counts.merge(key(Math.floorDiv(second, width), signal), 1L, Long::sum);
  }

  private static long key(long stretch, int signal) {
    return stretch * SIGNALS + (signal >= 0 && signal < NO_SIGNAL ? signal : NO_SIGNAL);
  }

  private long next() {
    return WIDTHS.stream()
        .filter(wider -> wider > width)
        .findFirst()
        .map(Integer::longValue)
        .orElse(2 * width);
  }

  private void widen(long wider) {
    Map<Long, Long> merged = new HashMap<>();
    counts.forEach(
        (key, calls) -> {
          long stretch = Math.floorDiv(Math.floorDiv(key, SIGNALS) * width, wider);
          merged.merge(key(stretch, Math.floorMod(key, SIGNALS)), calls, Long::sum);
        });
    counts = merged;
    width = wider;
  }

  /** All that was counted. */
  SignalTimes times() {
    Map<Instant, Map<Integer, Long>> calls = new HashMap<>();
    counts.forEach(
        (key, number) ->
            calls
                .computeIfAbsent(
                    Instant.ofEpochSecond(Math.floorDiv(key, SIGNALS) * width),
                    none -> new HashMap<>())
                .put(Math.floorMod(key, SIGNALS), number));
    return new SignalTimes(Duration.ofSeconds(width), calls);
  }
}
