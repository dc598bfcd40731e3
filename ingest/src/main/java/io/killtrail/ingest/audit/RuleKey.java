package io.killtrail.ingest.audit;

import java.util.Optional;

/** The keys of the rules that recorded an event. */
final class RuleKey {
  /** Between several keys of one rule (kernel {@code AUDIT_KEY_SEPARATOR}). */
  private static final char SEPARATOR = '\u0001';

  private RuleKey() {}

  static Optional<String> of(RecordFields fields) {
    return fields.text(FieldKey.KEY).map(keys -> keys.replace(SEPARATOR, ','));
  }
}
