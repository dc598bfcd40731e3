package io.killtrail.ingest.fact;

import java.util.Objects;

/**
 * Names a fact by its own bytes only, so that the same evidence read twice, or from another copy of
 * the file, has the same id.
 *
 * <ul>
 *   <li>audit: {@code audit:[node@]SECONDS.MILLIS:SERIAL[/ORDINAL]}; the ordinal tells several
 *       facts of one event apart and is left out when 0
 *   <li>{@code ausearch -i}: {@code ausearch:[node@]STAMP AS WRITTEN:SERIAL[/ORDINAL]}
 *   <li>journal: {@code journal:CURSOR}, for forms without a cursor {@code journal:HASH} of boot,
 *       time and text
 *   <li>serials: {@code serials:FORM:[node@]SECONDS.MILLIS:FIRST-LAST/HASH} of all its runs
 *   <li>rules: {@code rules:HASH} of host, line and its place
 *   <li>systemctl: {@code status:HASH} of host, unit, state's time and kind of fact
 *   <li>strace: {@code strace:HASH.OFFSET} of the line
 *   <li>snapshot: {@code snapshot:BOOT/CAPTURED_AT/TID} or {@code snapshot:BOOT/CAPTURED_AT/PATH}
 *   <li>PID file of an image: {@code snapshot:image@[HOSTNAME]/MTIME_SECONDS/NUMBER/PATH}
 * </ul>
 */
public record FactId(String text) implements Comparable<FactId> {
  public FactId {
    Objects.requireNonNull(text);
  }

  /** The id without the node: one event may reach us with and without it. */
  public String withoutNode() {
    int at = text.startsWith("audit:") ? text.indexOf('@') : -1;
    return at < 0 ? text : "audit:" + text.substring(at + 1);
  }

  @Override
  public int compareTo(FactId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
