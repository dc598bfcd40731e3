package io.killtrail.ingest.detect;

/** A line of dmesg or a serial console: {@code [ 25.616052] text}. */
final class KernelLogLine {
  private KernelLogLine() {}

  static boolean matches(String line) {
    int end = line.indexOf("] ");
    int dot = line.indexOf('.');
    if (!line.startsWith("[") || dot < 0 || end < dot + 4) {
      return false;
    }
    for (int i = 1; i < end; i++) {
      char c = line.charAt(i);
      boolean stamp = (c >= '0' && c <= '9') || (c == ' ' && i < dot) || i == dot;
      if (!stamp) {
        return false;
      }
    }
    return true;
  }
}
