package io.killtrail.analyzer.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody meant who mistyped it. */
final class NearestName {
  private NearestName() {}

  /** The nearest of these names, if it is near enough; the first of several. */
  static Optional<String> of(String typed, Collection<String> names) {
    int most = Math.max(1, typed.length() / 3);
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .filter(name -> distance(typed, name) <= most)
        .or(() -> names.stream().filter(name -> name.endsWith("." + typed)).findFirst());
  }

  /** How many letters must be put in, left out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[before.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }
}
