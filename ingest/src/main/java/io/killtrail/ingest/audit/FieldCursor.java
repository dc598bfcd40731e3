package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.SourceForm;

/**
 * Walks over the fields of a record's body: {@code key=value}, separated by blanks, nested in
 * {@code msg='…'}, and after 0x1d the names that auditd added. That separator may be lost or be a
 * blank. Words that are no field are passed over; a field that is cut off gives what is there.
 */
final class FieldCursor {
  private static final byte ENRICHED = 0x1d;

  /** How values of several words are written. */
  private enum Words {
    /** In quotes or hex: as auditd writes them. */
    QUOTED,
    /** As they are: {@code ausearch -i}. */
    UNQUOTED,
    /** As they are, and there is only one value. */
    ALL
  }

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean nested;
  private boolean enriched;
  private Words words = Words.QUOTED;
  private int keyStart;
  private int keyEnd;
  private int keyHash;
  private int valueStart;
  private int valueEnd;
  private boolean quoted;

  /** Begins before the first field of these bytes. */
  FieldCursor start(byte[] body, int from, int to) {
    bytes = body;
    at = from;
    end = to;
    nested = false;
    enriched = false;
    words = Words.QUOTED;
    return this;
  }

  /** Begins before the first field of a record's body. */
  FieldCursor start(AuditRecord record) {
    start(record.bytes(), record.bodyStart(), record.bytes().length);
    if (record.form() == SourceForm.AUDIT_INTERPRETED) {
      words = record.type() == RecordType.PROCTITLE ? Words.ALL : Words.UNQUOTED;
    }
    return this;
  }

  /** Goes to the next field; false when there is none. */
  boolean next() {
    while (blanks()) {
      if (key()) {
        value();
        return true;
      }
    }
    return false;
  }

  int keyStart() {
    return keyStart;
  }

  int keyEnd() {
    return keyEnd;
  }

  FieldKey field() {
    return FieldKey.of(bytes, keyStart, keyEnd, keyHash);
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** Whether the value stood in double quotes; they are no part of it. */
  boolean quoted() {
    return quoted;
  }

  /** Whether the byte 0x1d was passed. */
  boolean enriched() {
    return enriched;
  }

  private boolean blanks() {
    while (at < end && separates(bytes[at])) {
      enriched |= bytes[at] == ENRICHED;
      nested &= bytes[at] != '\'';
      at++;
    }
    return at < end;
  }

  private static boolean separates(byte b) {
    return b == ' ' || b == ENRICHED || b == '\'';
  }

  /** Up to the equals sign; false for a word without one. */
  private boolean key() {
    int hash = ByteNames.hash();
    keyStart = at;
    while (at < end && !separates(bytes[at])) {
      if (bytes[at] == '=') {
        keyEnd = at++;
        keyHash = hash;
        return true;
      }
      hash = ByteNames.hash(hash, bytes[at++]);
    }
    return false;
  }

  private void value() {
    quoted = at < end && bytes[at] == '"';
    if (quoted) {
      quotedValue();
    } else if (at + 1 < end && bytes[at] == '\\' && bytes[at + 1] == '"') {
      escapedValue();
    } else if (at < end && bytes[at] == '\'') {
      nestedValue();
    } else {
      bareValue();
    }
  }

  private void quotedValue() {
    valueStart = ++at;
    while (at < end && bytes[at] != '"') {
      at++;
    }
    valueEnd = at;
    at = Math.min(at + 1, end);
  }

  /** {@code comm=\"helperd\"}: a quoting author escaped the quotes, which auditd never does. */
  private void escapedValue() {
    quoted = true;
    at++;
    quotedValue();
    if (valueEnd > valueStart && bytes[valueEnd - 1] == '\\') {
      valueEnd--;
    }
  }

  /** {@code msg='unit=cron comm="systemd"'}: what is within is read field by field. */
  private void nestedValue() {
    nested = true;
    at++;
    valueStart = at;
    valueEnd = at;
  }

  private void bareValue() {
    valueStart = at;
    while (at < end && !endsBare(bytes[at])) {
      if (bytes[at] == '=' && splitGlued()) {
        return;
      }
      at++;
    }
    valueEnd = at;
  }

  private boolean endsBare(byte b) {
    return (b == ' ' && endsAtBlank()) || b == ENRICHED || (nested && b == '\'');
  }

  private boolean endsAtBlank() {
    return switch (words) {
      case QUOTED -> true;
      case UNQUOTED -> atField(at);
      case ALL -> atEnd(at);
    };
  }

  private boolean atEnd(int blank) {
    int i = blank;
    while (i < end && bytes[i] == ' ') {
      i++;
    }
    return i == end;
  }

  /**
   * Whether nothing but blanks, or the next field, follows: {@code exit=EACCES(Permission denied)
   * a0=}.
   */
  private boolean atField(int blank) {
    int i = blank;
    while (i < end && bytes[i] == ' ') {
      i++;
    }
    int name = i;
    while (i < end && isFieldName(bytes[i])) {
      i++;
    }
    return name == end || (i > name && i < end && bytes[i] == '=' && isLetter(bytes[name]));
  }

  private static boolean isFieldName(byte b) {
    return isLetter(b) || (b >= '0' && b <= '9') || b == '_' || b == '-';
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z';
  }

  /** {@code res=1AUID="unset"}, with 0x1d lost: the value ends before the longest known name. */
  private boolean splitGlued() {
    int name = at;
    while (name > valueStart && isUpper(bytes[name - 1])) {
      name--;
    }
    for (; name < at; name++) {
      int hash = ByteNames.hash(bytes, name, at);
      if (FieldKey.of(bytes, name, at, hash).enriched()) {
        valueEnd = name;
        at = name;
        return true;
      }
    }
    return false;
  }

  private static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }
}
