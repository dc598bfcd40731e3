package io.killtrail.reports.redact;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret on which pseudonyms rest: with another key all are others, and without it nobody can
 * try out which name one stands for.
 */
public final class RedactionKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private RedactionKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** One that nobody has. */
  public static RedactionKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new RedactionKey(bytes);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is no key
   */
  public static RedactionKey parse(String text) {
    byte[] bytes = HexFormat.of().parseHex(text.strip());
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key has " + 2 * BYTES + " hex digits");
    }
    return new RedactionKey(bytes);
  }

  /** As it is kept: 64 hex digits. */
  public String text() {
    return HexFormat.of().formatHex(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
