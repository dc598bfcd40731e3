package io.killtrail.ingest.detect;

/** An entry of {@code journalctl -o json}: an object in one line. */
final class JournalJsonLine {
  private JournalJsonLine() {}

  static boolean matches(String line) {
    return line.startsWith("{")
        && (line.contains("\"__REALTIME_TIMESTAMP\"")
            || (line.contains("\"MESSAGE\"") && line.contains("\"_BOOT_ID\"")));
  }
}
