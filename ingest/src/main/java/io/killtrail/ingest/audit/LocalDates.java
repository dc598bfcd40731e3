package io.killtrail.ingest.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads dates in the style of whoever ran {@code ausearch -i} (strftime(3), {@code %x}): {@code
 * 11/21/26}, {@code 28/10/24}, {@code 21.11.2026}, {@code 2026-11-21}. With slashes the month comes
 * first, until a number above 12 shows otherwise.
 */
final class LocalDates {
  private static final int CENTURY = 2000;
  private static final int MONTHS = 12;

  private boolean dayFirst;

  /** The date; empty if it is none. */
  Optional<LocalDate> read(String text) {
    char separator = separator(text);
    int first = text.indexOf(separator);
    int second = first < 0 ? -1 : text.indexOf(separator, first + 1);
    if (second < 0) {
      return Optional.empty();
    }
    int a = number(text.substring(0, first));
    int b = number(text.substring(first + 1, second));
    int c = number(text.substring(second + 1));
    return a < 0 || b < 0 || c < 0 ? Optional.empty() : date(separator, a, b, c);
  }

  private static char separator(String text) {
    if (text.indexOf('/') >= 0) {
      return '/';
    }
    return text.indexOf('-') >= 0 ? '-' : '.';
  }

  private Optional<LocalDate> date(char separator, int a, int b, int c) {
    if (a > 31) {
      return of(a, b, c);
    }
    if (separator != '/') {
      return of(c, b, a);
    }
    dayFirst = (dayFirst || a > MONTHS) && b <= MONTHS;
    return dayFirst ? of(c, b, a) : of(c, a, b);
  }

  private static Optional<LocalDate> of(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year < 100 ? CENTURY + year : year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : -1;
  }
}
