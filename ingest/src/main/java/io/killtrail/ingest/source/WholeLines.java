package io.killtrail.ingest.source;

import java.io.ByteArrayOutputStream;

/** Cuts what comes piece by piece behind the ends of lines. */
final class WholeLines {
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  /**
   * The lines that end within these bytes, with what came of the first before; empty when none
   * does. A line that is longer than any reader takes is given in parts.
   */
  byte[] add(byte[] bytes, int count) {
    int end = count;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    boolean tooLong = end == 0 && begun.size() + count > LineReader.LONGEST;
    int given = tooLong ? count : end;
    begun.write(bytes, 0, given);
    byte[] lines = given == 0 ? new byte[0] : rest();
    begun.write(bytes, given, count - given);
    return lines;
  }

  /** What has no end yet. */
  byte[] rest() {
    byte[] rest = begun.toByteArray();
    begun.reset();
    return rest;
  }

  /** How many lines these are; the last one may lack its end. */
  static long count(byte[] lines) {
    long ends = 0;
    for (byte letter : lines) {
      ends += letter == '\n' ? 1 : 0;
    }
    return lines.length == 0 || lines[lines.length - 1] == '\n' ? ends : ends + 1;
  }
}
