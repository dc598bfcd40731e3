package io.killtrail.reports.redact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text as audit writes it where it holds blanks, quotes or controls: its bytes in hexadecimal. */
final class HexText {
  private static final Pattern DIGITS = Pattern.compile("(?:[0-9A-F]{2}){2,}");

  private HexText() {}

  /** The text; empty when it is none, or is not written so. */
  static Optional<String> decode(String value) {
    if (!DIGITS.matcher(value).matches()) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(value));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.chars().allMatch(c -> c == 0 || c >= ' ') ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static String encode(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
