package io.killtrail.cli.query;

import io.killtrail.analyzer.query.NearestName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the unit that somebody means.
 *
 * @param known all units that the evidence names, sorted
 */
record UnitChoice(List<String> known) {
  private static final String SERVICE = ".service";
  private static final int NAMED = 10;

  /** Whether this is the unit's name, with or without {@code .service}. */
  static boolean isNameOf(String typed, String unit) {
    return unit.equals(typed) || unit.equals(typed + SERVICE);
  }

  /** The unit with this name. */
  Optional<String> named(String typed) {
    return known.stream().filter(unit -> isNameOf(typed, unit)).findFirst();
  }

  /**
   * The only one whose name begins so.
   *
   * @throws IOException with a message for people when there is none, or more than one
   */
  String beginning(String typed) throws IOException {
    List<String> found = known.stream().filter(unit -> unit.startsWith(typed)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new IOException(found.isEmpty() ? nothing(typed) : many(typed, found));
  }

  private String nothing(String typed) {
    List<String> names =
        known.stream()
            .map(
                unit ->
                    unit.endsWith(SERVICE)
                        ? unit.substring(0, unit.length() - SERVICE.length())
                        : unit)
            .toList();
    return "no evidence names a unit "
        + typed
        + NearestName.of(typed, names)
            .or(() -> NearestName.of(typed, known))
            .map(near -> "; did you mean " + near + "?")
            .orElse("; killtrail search --top unit 'kind:unit' lists the units that are known");
  }

  private static String many(String typed, List<String> found) {
    int more = found.size() - NAMED;
    return "several units begin with "
        + typed
        + ": "
        + String.join(", ", found.stream().limit(NAMED).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }
}
