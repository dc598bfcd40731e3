package io.killtrail.ingest.journal;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What zone abbreviations mean, as far as they mean one thing only: {@code IST}, {@code CST} or
 * {@code BST} name several zones and tell nothing.
 */
final class ZoneName {
  private static final Map<String, ZoneOffset> KNOWN =
      Map.ofEntries(
          Map.entry("UTC", ZoneOffset.UTC),
          Map.entry("GMT", ZoneOffset.UTC),
          Map.entry("EST", ZoneOffset.ofHours(-5)),
          Map.entry("EDT", ZoneOffset.ofHours(-4)),
          Map.entry("CDT", ZoneOffset.ofHours(-5)),
          Map.entry("MDT", ZoneOffset.ofHours(-6)),
          Map.entry("PST", ZoneOffset.ofHours(-8)),
          Map.entry("PDT", ZoneOffset.ofHours(-7)),
          Map.entry("WEST", ZoneOffset.ofHours(1)),
          Map.entry("CET", ZoneOffset.ofHours(1)),
          Map.entry("CEST", ZoneOffset.ofHours(2)),
          Map.entry("EET", ZoneOffset.ofHours(2)),
          Map.entry("EEST", ZoneOffset.ofHours(3)),
          Map.entry("MSK", ZoneOffset.ofHours(3)),
          Map.entry("JST", ZoneOffset.ofHours(9)),
          Map.entry("KST", ZoneOffset.ofHours(9)));

  private ZoneName() {}

  /** The offset from UTC that the text between the indices names, also as {@code +07}. */
  static Optional<ZoneOffset> offset(String text, int from, int end) {
    String name = text.substring(from, end);
    if (!name.startsWith("+") && !name.startsWith("-")) {
      return Optional.ofNullable(KNOWN.get(name));
    }
    try {
      return Optional.of(ZoneOffset.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
