package io.killtrail.reports.text;

import java.util.Locale;

/** Numbers of things, with thousands set apart and the noun in the right form. */
final class Count {
  private Count() {}

  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String of(long number, String noun) {
    return of(number) + " " + (number == 1 ? noun : noun + "s");
  }
}
