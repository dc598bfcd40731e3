package io.killtrail.reports.redact;

import java.util.regex.Pattern;

/** Network addresses, told by how they look. */
final class Addresses {
  private static final String V4 = "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}";

  /** With a gap, or with all eight groups: what has fewer may be a time. */
  private static final String V6 =
      "(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}"
          + "|(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}"
          + "|(?:[0-9a-fA-F]{1,4}:){1,7}:|::[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,6}";

  private static final String HARDWARE = "(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}";

  /** One that stands by itself in a text. */
  static final String IN_TEXT =
      "(?<![\\w.:])(?:" + V4 + "|" + V6 + "|" + HARDWARE + ")(?![\\w:]|\\.[0-9])";

  private static final Pattern ADDRESS = Pattern.compile(IN_TEXT);

  /** They say only that it was this machine. */
  private static final Pattern LOCAL = Pattern.compile("127\\..*|0\\.0\\.0\\.0|::1?");

  private Addresses() {}

  /** Whether it is an address and nothing else. */
  static boolean isOne(String text) {
    return ADDRESS.matcher(text).matches();
  }

  static boolean isLocal(String address) {
    return LOCAL.matcher(address).matches();
  }
}
