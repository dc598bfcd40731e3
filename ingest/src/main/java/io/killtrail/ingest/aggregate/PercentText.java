package io.killtrail.ingest.aggregate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in which {@code %1b} stands for a byte, as laurel writes bytes that JSON cannot hold. */
final class PercentText {
  private PercentText() {}

  static byte[] bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (text.indexOf('%') < 0) {
      return utf8;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(utf8.length);
    int at = 0;
    while (at < utf8.length) {
      int escaped = utf8[at] == '%' ? escaped(utf8, at) : -1;
      bytes.write(escaped < 0 ? utf8[at] : escaped);
      at += escaped < 0 ? 1 : 3;
    }
    return bytes.toByteArray();
  }

  /** The byte that the escape at this place stands for; -1 when it is none. */
  private static int escaped(byte[] bytes, int at) {
    if (at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit((char) (bytes[at + 1] & 0xff), 16);
    int low = Character.digit((char) (bytes[at + 2] & 0xff), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
