package io.killtrail.ingest.journal;

import java.util.Optional;

/**
 * A line of the service manager with the unit taken off its front: {@code U: rest} since v220,
 * {@code U rest} up to v219.
 *
 * @param unit the unit, where the line begins with one
 * @param colon whether a colon follows the unit
 * @param rest what is said of it; its first letter in lower case, since v220 wrote it so that the
 *     wordings of both times are alike
 */
record UnitLine(Optional<String> unit, boolean colon, String rest) {

  static UnitLine of(String text) {
    int blank = text.indexOf(' ');
    if (blank > 0) {
      boolean colon = text.charAt(blank - 1) == ':';
      Optional<String> unit = UnitName.of(text.substring(0, colon ? blank - 1 : blank));
      if (unit.isPresent()) {
        return new UnitLine(unit, colon, lowerFirst(text.substring(blank + 1)));
      }
    }
    return new UnitLine(Optional.empty(), false, lowerFirst(text));
  }

  private static String lowerFirst(String text) {
    if (text.isEmpty() || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
      return text;
    }
    return (char) (text.charAt(0) + ('a' - 'A')) + text.substring(1);
  }
}
