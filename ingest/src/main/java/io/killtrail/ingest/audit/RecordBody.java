package io.killtrail.ingest.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes a record's body as auditd would have it, for forms that have taken it apart: {@code
 * comm="sh" exe=2F746D702F61206220…}. Names in capitals follow the byte 0x1d.
 */
public final class RecordBody {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final char ENRICHED = 0x1d;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean enriched;

  public RecordBody() {}

  /** A field, quoted or in hex if the kernel writes it so. */
  public RecordBody field(String name, String value) {
    return field(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** As above, for values that may be no text. */
  public RecordBody field(String name, byte[] value) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    if (FieldKey.of(key, 0, key.length, ByteNames.hash(key, 0, key.length)).encoded()) {
      return text(name, value);
    }
    if (begin(name)) {
      boolean bare = isHarmless(value);
      quote(bare ? value : withoutQuotes(value), !bare || enriched);
    }
    return this;
  }

  /** A field that is quoted, or in hex if it holds a blank or worse. */
  public RecordBody text(String name, String value) {
    return text(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** As above, for values that may be no text. */
  public RecordBody text(String name, byte[] value) {
    if (begin(name)) {
      boolean harmless = isHarmless(value);
      quote(harmless ? value : HEX.formatHex(value).getBytes(StandardCharsets.US_ASCII), harmless);
    }
    return this;
  }

  /** The fields that a user-space program gave as one text. */
  public RecordBody nested(String text) {
    out.writeBytes(("msg='" + text.replace('\'', '?') + "' ").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** All of it, one char a byte. Ends in a blank, which shows that the last value is whole. */
  public String latin1() {
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private void quote(byte[] value, boolean quoted) {
    if (quoted) {
      out.write('"');
    }
    out.writeBytes(value);
    if (quoted) {
      out.write('"');
    }
    out.write(' ');
  }

  /** Writes the name; false if it cannot be one. */
  private boolean begin(String name) {
    if (!isName(name)) {
      return false;
    }
    if (!enriched && Character.isUpperCase(name.charAt(0))) {
      enriched = true;
      out.write(ENRICHED);
    }
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    out.write('=');
    return true;
  }

  private static boolean isName(String name) {
    boolean allowed = !name.isEmpty();
    for (int i = 0; allowed && i < name.length(); i++) {
      char c = name.charAt(i);
      allowed = c > ' ' && c < 0x7f && c != '=' && c != '"' && c != '\'';
    }
    return allowed;
  }

  /** As the kernel decides it (audit_string_contains_control). */
  private static boolean isHarmless(byte[] value) {
    boolean harmless = value.length > 0;
    for (int i = 0; harmless && i < value.length; i++) {
      harmless = value[i] > ' ' && value[i] < 0x7f && value[i] != '"';
    }
    return harmless;
  }

  private static byte[] withoutQuotes(byte[] value) {
    byte[] plain = value.clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] = plain[i] == '"' ? (byte) '?' : plain[i];
    }
    return plain;
  }
}
