package io.killtrail.ingest.journal;

/** systemd's weekdays, which are English whatever the locale (systemd, format_timestamp). */
final class Weekday {
  static final int LENGTH = 3;
  private static final String NAMES = "MonTueWedThuFriSatSun";

  private Weekday() {}

  /** Whether a weekday, a blank and a year begin at this index. */
  static boolean at(String line, int from) {
    if (!line.startsWith(" ", from + LENGTH) || Digits.end(line, from + 4) != from + 8) {
      return false;
    }
    for (int i = 0; i < NAMES.length(); i += LENGTH) {
      if (line.startsWith(NAMES.substring(i, i + LENGTH), from)) {
        return true;
      }
    }
    return false;
  }
}
