package io.killtrail.ingest.aggregate;

import java.util.Optional;

/**
 * The time and number of an event.
 *
 * @param epochMillis as the kernel stamped it
 */
record EventStamp(long epochMillis, long serial) {
  private static final int LONGEST = 15;
  private static final int MILLIS = 3;

  /** By {@code 1615113648.981} and {@code 15220}. */
  static Optional<EventStamp> of(String time, String serial) {
    int dot = time.indexOf('.');
    return dot < 0 ? Optional.empty() : of(time.substring(0, dot), time.substring(dot + 1), serial);
  }

  /** By {@code 1615113648.981:15220}. */
  static Optional<EventStamp> of(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? Optional.empty() : of(text.substring(0, colon), text.substring(colon + 1));
  }

  /** By {@code 1615113648}, {@code 981} and {@code 15220}. */
  static Optional<EventStamp> of(String seconds, String millis, String serial) {
    return isNumber(seconds) && isNumber(millis) && millis.length() == MILLIS && isNumber(serial)
        ? Optional.of(
            new EventStamp(
                Long.parseLong(seconds) * 1000 + Long.parseLong(millis), Long.parseLong(serial)))
        : Optional.empty();
  }

  static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= LONGEST;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
