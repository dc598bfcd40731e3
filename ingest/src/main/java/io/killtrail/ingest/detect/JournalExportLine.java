package io.killtrail.ingest.detect;

/**
 * A line of {@code journalctl -o export}: {@code __CURSOR=…}, {@code _BOOT_ID=…}, {@code
 * MESSAGE=…}. Field names have capitals, digits and underscores only.
 */
final class JournalExportLine {
  private JournalExportLine() {}

  static boolean matches(String line) {
    int equals = line.indexOf('=');
    if (equals < 2) {
      return false;
    }
    for (int i = 0; i < equals; i++) {
      char c = line.charAt(i);
      boolean allowed = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!allowed) {
        return false;
      }
    }
    String name = line.substring(0, equals);
    return name.startsWith("_") || name.equals("MESSAGE") || name.equals("PRIORITY");
  }
}
