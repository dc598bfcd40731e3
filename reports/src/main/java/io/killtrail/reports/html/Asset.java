package io.killtrail.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script of ours that goes into the page.
 *
 * @param text printable ASCII, without the end tag of the element that holds it
 */
record Asset(String text) {

  /** Resources of this package, one behind the other. */
  static Asset of(String... names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      try (InputStream in = Asset.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("not in the program's jar: " + name);
        }
        text.append('\n').append(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      }
    }
    return new Asset(text.toString());
  }

  /** What a content security policy names it by: {@code 'sha256-...'}. */
  String source() {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.US_ASCII));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
