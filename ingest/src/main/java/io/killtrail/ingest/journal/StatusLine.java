package io.killtrail.ingest.journal;

import java.util.Optional;

/** The lines of a status block. */
final class StatusLine {
  /** What systemd puts before a unit, by its state (v208 to v257); up to v207 nothing. */
  private static final String MARKS = "●○×↻*✕";

  private static final String STATE = "Active: ";

  private StatusLine() {}

  /** The unit of a block's first line: {@code ● appd.service - The app}. */
  static Optional<String> unit(String line) {
    boolean marked = line.length() > 2 && MARKS.indexOf(line.charAt(0)) >= 0;
    int from = marked && line.charAt(1) == ' ' ? 2 : 0;
    int blank = line.indexOf(' ', from);
    int end = blank < 0 ? line.length() : blank;
    boolean ends = blank < 0 || line.startsWith(" - ", blank);
    return ends ? UnitName.of(line.substring(from, end)) : Optional.empty();
  }

  /** {@code Active: failed (Result: exit-code) since …}. */
  static boolean isState(String line) {
    String bare = line.stripLeading();
    return bare.startsWith(STATE)
        && !bare.equals(line)
        && (bare.startsWith("active", STATE.length())
            || bare.startsWith("inactive", STATE.length())
            || bare.startsWith("failed", STATE.length())
            || bare.startsWith("activating", STATE.length())
            || bare.startsWith("deactivating", STATE.length()));
  }
}
