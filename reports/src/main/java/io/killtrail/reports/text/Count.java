package io.killtrail.reports.text;

import java.util.Locale;

/** Numbers of things, with thousands set apart and the noun in the right form. */
public final class Count {
  private Count() {}

  /** Such as {@code 1,234}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 1 case} and {@code 2 cases}. */
  public static String of(long number, String noun) {
    return of(number) + " " + (number == 1 ? noun : noun + "s");
  }
}
