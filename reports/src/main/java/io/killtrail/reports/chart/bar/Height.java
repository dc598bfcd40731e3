package io.killtrail.reports.chart.bar;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How high bars are drawn. */
final class Height {
  /** A bar that is so many times as high as nearly all others is cut, since it would hide them. */
  private static final int OUTLIER = 6;

  private static final double NEARLY_ALL = 0.9;

  /** So far above the others a cut bar ends. */
  private static final double ABOVE = 1.6;

  private static final int FEWEST = 4;

  private Height() {}

  /** The largest of these, or where those are cut that are much larger than the others. */
  static long of(LongStream counts) {
    long[] sorted = counts.toArray();
    if (sorted.length == 0) {
      return 1;
    }
    Arrays.sort(sorted);
    long usual = sorted[(int) ((sorted.length - 1) * NEARLY_ALL)];
    long most = sorted[sorted.length - 1];
    boolean cut = sorted.length >= FEWEST && most > usual * OUTLIER;
    return cut ? (long) Math.ceil(usual * ABOVE) : most;
  }
}
