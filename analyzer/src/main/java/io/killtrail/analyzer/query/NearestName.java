package io.killtrail.analyzer.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody meant who mistyped it. */
public final class NearestName {
  /** Nobody mistypes longer names. */
  private static final int LONGEST = 256;

  private NearestName() {}

  /** The nearest of these names, if it is near enough; the first of several. */
  public static Optional<String> of(String typed, Collection<String> names) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(1, typed.length() / 3);
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .filter(name -> distance(typed, name) <= most)
        .or(() -> names.stream().filter(name -> name.endsWith("." + typed)).findFirst());
  }

  /**
   * How many letters must be put in, left out, replaced, or swapped with their neighbour (optimal
   * string alignment).
   */
  private static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, rows);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int step(String one, String other, int i, int j, int[][] rows) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int replaced = rows[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
