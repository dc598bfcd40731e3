package io.killtrail.ingest.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The known fields of one record, found in one pass and decoded when asked for. Used again for the
 * next record. Of a key that occurs twice the first value counts.
 */
final class RecordFields {
  private static final int KEYS = FieldKey.values().length;

  private static final String UNKNOWN = "unknown(";

  private final FieldCursor cursor = new FieldCursor();
  private final int[] starts = new int[KEYS];
  private final int[] ends = new int[KEYS];
  private final boolean[] quoted = new boolean[KEYS];
  private final int[] seen = new int[KEYS]; // the pass that saw it
  private int pass;
  private byte[] bytes = new byte[0];
  private boolean numbersMayBeCut;
  private boolean enriched;
  private boolean interpreted;

  /** Reads a record's body; what was known of another record is forgotten. */
  RecordFields read(AuditRecord record) {
    clear();
    bytes = record.bytes();
    // Complete ones end in names: a number at the very end may have lost digits.
    numbersMayBeCut = record.type() == RecordType.SYSCALL || record.type() == RecordType.OBJ_PID;
    interpreted = record.form() == SourceForm.AUDIT_INTERPRETED;
    cursor.start(record);
    while (cursor.next()) {
      keep(cursor.field());
    }
    enriched |= cursor.enriched();
    return this;
  }

  /** Knows nothing. */
  void clear() {
    pass++;
    enriched = false;
  }

  private void keep(FieldKey key) {
    int i = key.slot();
    enriched |= key.enriched();
    if (seen[i] != pass) {
      seen[i] = pass;
      starts[i] = cursor.valueStart();
      ends[i] = cursor.valueEnd();
      quoted[i] = cursor.quoted();
    }
  }

  /** Whether auditd added names to the record. */
  boolean enriched() {
    return enriched;
  }

  /** Whether {@code ausearch -i} put names where the record had numbers. */
  boolean interpreted() {
    return interpreted;
  }

  boolean has(FieldKey key) {
    return seen[key.slot()] == pass;
  }

  /** The value as text; empty when it is missing or says "none". */
  Optional<String> text(FieldKey key) {
    int i = key.slot();
    if (!has(key)) {
      return Optional.empty();
    }
    return key.encoded() && !interpreted
        ? FieldDecoder.encoded(bytes, starts[i], ends[i], quoted[i])
        : FieldDecoder.plain(bytes, starts[i], ends[i]);
  }

  boolean is(FieldKey key, String value) {
    int i = key.slot();
    boolean same = has(key) && ends[i] - starts[i] == value.length();
    for (int j = 0; same && j < value.length(); j++) {
      same = bytes[starts[i] + j] == value.charAt(j);
    }
    return same;
  }

  /** A decimal number, or {@link FieldDecoder#NO_NUMBER}. */
  long number(FieldKey key) {
    int i = key.slot();
    return readable(key) ? FieldDecoder.decimal(bytes, starts[i], ends[i]) : FieldDecoder.NO_NUMBER;
  }

  /** A hex number, or {@link FieldDecoder#NO_NUMBER}. */
  long hex(FieldKey key) {
    int i = key.slot();
    return readable(key) ? FieldDecoder.hex(bytes, starts[i], ends[i]) : FieldDecoder.NO_NUMBER;
  }

  private boolean readable(FieldKey key) {
    return has(key) && !(numbersMayBeCut && ends[key.slot()] == bytes.length);
  }

  /** The low 32 bits of a register as a signed number. */
  OptionalInt register(FieldKey key) {
    long value = hex(key);
    return value == FieldDecoder.NO_NUMBER ? OptionalInt.empty() : OptionalInt.of((int) value);
  }

  /** A number of 0 or more that fits an int. */
  OptionalInt id(FieldKey key) {
    long value = number(key);
    return value < 0 || value > Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) value);
  }

  /** A session; empty when unset. */
  OptionalLong session(FieldKey key) {
    long value = number(key);
    return FieldDecoder.isUnset(value) ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** A user with the name that the record gives; empty when unset. */
  Optional<UserId> user(FieldKey id, FieldKey name) {
    long value = number(id);
    if (interpreted && value == FieldDecoder.NO_NUMBER) {
      return text(id).flatMap(RecordFields::interpretedUser);
    }
    return FieldDecoder.isUnset(value)
        ? Optional.empty()
        : Optional.of(new UserId(value, text(name).filter(RecordFields::isName)));
  }

  private static Optional<UserId> interpretedUser(String text) {
    if (text.startsWith(UNKNOWN)) {
      byte[] digits = text.substring(UNKNOWN.length(), text.length() - 1).getBytes(US_ASCII);
      long number = FieldDecoder.decimal(digits, 0, digits.length);
      return FieldDecoder.isUnset(number)
          ? Optional.empty()
          : Optional.of(new UserId(number, Optional.empty()));
    }
    return Optional.of(text).filter(RecordFields::isName).map(UserId::named);
  }

  /** auditd writes {@code unknown(1500)} for a user that the host did not know either. */
  private static boolean isName(String name) {
    return !name.startsWith(UNKNOWN) && !name.equals("unset");
  }

  /** A hash of the value's bytes; 0 when it is missing. */
  int hash(FieldKey key) {
    int i = key.slot();
    return has(key) ? ByteNames.hash(bytes, starts[i], ends[i]) : 0;
  }
}
