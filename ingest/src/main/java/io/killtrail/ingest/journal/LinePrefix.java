package io.killtrail.ingest.journal;

/**
 * What syslog daemons put before the stamp: {@code <14>}, the sender's address in the same
 * brackets, a severity as word, the version of RFC 5424.
 *
 * @param end where the stamp begins
 * @param rfc5424 whether the line goes on by RFC 5424
 */
record LinePrefix(int end, boolean rfc5424) {
  /** An address of IPv6 with its zone is the longest that stands there. */
  private static final int LONGEST = 60;

  private static final String[] SEVERITIES = {
    "emerg ", "alert ", "crit ", "err ", "error ", "warning ", "warn ", "notice ", "info ", "debug "
  };

  static LinePrefix of(String line) {
    int at = line.startsWith("\uFEFF") ? 1 : 0;
    for (int next = bracketed(line, at); next > at; next = bracketed(line, at)) {
      at = next;
    }
    for (String severity : SEVERITIES) {
      if (line.startsWith(severity, at)) {
        return new LinePrefix(at + severity.length(), false);
      }
    }
    boolean versioned = line.startsWith("1 ", at) && Digits.end(line, at + 2) == at + 6;
    return new LinePrefix(versioned ? at + 2 : at, versioned);
  }

  private static int bracketed(String line, int from) {
    int close = line.startsWith("<", from) ? line.indexOf('>', from) : -1;
    return close < 0 || close - from > LONGEST ? from : close + 1;
  }
}
