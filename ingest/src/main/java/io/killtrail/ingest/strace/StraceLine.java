package io.killtrail.ingest.strace;

import java.util.OptionalInt;

/**
 * One line of strace: {@code [pid 281] 02:14:43.123456 --- SIGTERM {…} ---}; with {@code -o FILE}
 * the pid stands there bare.
 *
 * @param pid the traced process, or one of its threads; empty where only one is traced
 * @param stamp the time as written: of the day ({@code -t}, {@code -tt}), or since 1970 ({@code
 *     -ttt}); blank if there is none
 * @param text what happened
 */
record StraceLine(OptionalInt pid, String stamp, String text) {
  private static final String PID = "[pid ";
  private static final int LONGEST_PID = 9;

  static StraceLine of(String line) {
    int at = 0;
    OptionalInt pid = OptionalInt.empty();
    int from = line.startsWith(PID) ? blanks(line, PID.length()) : 0;
    int end = digits(line, from);
    if (from > 0 && line.startsWith("] ", end)) {
      pid = number(line, from, end);
      at = end + 2;
    } else if (from == 0 && line.startsWith(" ", end)) {
      pid = number(line, 0, end);
      at = pid.isPresent() ? end : 0;
    }
    at = blanks(line, at);
    int blank = line.indexOf(' ', at);
    boolean stamped = blank > at && isStamp(line, at, blank);
    String stamp = stamped ? line.substring(at, blank) : "";
    return new StraceLine(pid, stamp, line.substring(stamped ? blanks(line, blank) : at));
  }

  /** Whether it is a signal, an end, or a call as strace prints them. */
  boolean recognised() {
    if (text.startsWith("--- SIG")) {
      return text.endsWith(" ---");
    }
    if (text.startsWith("+++ ") || text.startsWith("<... ")) {
      return text.endsWith(" +++") || text.contains(" resumed>");
    }
    int open = text.indexOf('(');
    return open > 0
        && word(text, open)
        && (text.contains(") = ") || text.contains(")  ") || text.endsWith("<unfinished ...>"));
  }

  private static boolean word(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c != '_' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStamp(String line, int from, int end) {
    int colons = 0;
    for (int i = from; i < end; i++) {
      char c = line.charAt(i);
      colons += c == ':' ? 1 : 0;
      if ((c < '0' || c > '9') && c != ':' && c != '.') {
        return false;
      }
    }
    return colons == 2 || (colons == 0 && end - from > 10);
  }

  private static OptionalInt number(String line, int from, int end) {
    return end > from && end - from <= LONGEST_PID
        ? OptionalInt.of(Integer.parseInt(line, from, end, 10))
        : OptionalInt.empty();
  }

  private static int digits(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int blanks(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == ' ') {
      end++;
    }
    return end;
  }
}
