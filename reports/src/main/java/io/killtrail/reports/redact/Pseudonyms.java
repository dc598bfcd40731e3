package io.killtrail.reports.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names in place of names: {@code user-3f2a91c4}. The same name gets the same one wherever the same
 * key is used; small and capital letters are alike.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  /** Of the hash: enough that two of some thousand arguments seldom get the same. */
  private static final int BYTES = 4;

  private final Mac mac;

  Pseudonyms(RedactionKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private String name(String kind, String text) {
    Objects.requireNonNull(text);
    String one = kind + '\0' + text.toLowerCase(Locale.ROOT);
    byte[] hash = mac.doFinal(one.getBytes(StandardCharsets.UTF_8));
    return kind + '-' + HexFormat.of().formatHex(hash, 0, BYTES);
  }

  String user(String name) {
    return name("user", name);
  }

  /** A host by its first label: a short name and the full one are one host. */
  String host(String name) {
    int dot = name.indexOf('.');
    return name("host", dot > 0 ? name.substring(0, dot) : name);
  }

  String domain(String name) {
    return name("domain", name);
  }

  String address(String text) {
    return name("addr", text);
  }

  String argument(String text) {
    return name("arg", text);
  }

  /** What was named on the command line: a customer, a project. */
  String other(String name) {
    return name("name", name);
  }

  /** The fingerprint of a key with which somebody logged in. */
  String fingerprint(String text) {
    return name("key", text);
  }
}
