package io.killtrail.ingest.audit;

import java.nio.charset.StandardCharsets;

/**
 * Puts a record together again that a mail program or an author wrapped over several lines, some of
 * them in the middle of a word.
 */
final class WrappedRecord {
  /** A record is no longer (auditd's MAX_AUDIT_MESSAGE_LENGTH is 8970 bytes). */
  private static final int LONGEST = 16 << 10;

  /** A field is among the first words of a wrapped line. */
  private static final int WORDS = 4;

  private static final int LONGEST_KEY = 20;

  private AuditRecord record; // null for one of no use: set for every line, so no Optional
  private boolean open;

  /** The line before held this record. */
  void begin(AuditRecord begun) {
    record = begun;
    open = true;
  }

  /** The line before held a record of no use. */
  void beginUnused() {
    record = null;
    open = true;
  }

  /** The line before held none. */
  void end() {
    open = false;
  }

  /** Whether the line continues the record of the line before. */
  boolean takes(String text) {
    String rest = text.strip();
    if (!open || rest.isEmpty()) {
      open = false;
      return false;
    }
    boolean midWord = record != null && endsMidWord(record, text);
    open = (midWord || hasField(rest)) && (record == null || !complete(record));
    if (open && record != null) {
      extend(record, (midWord ? "" : " ") + rest, text);
    }
    return open;
  }

  private static void extend(AuditRecord begun, String more, String line) {
    if (begun.size() + more.length() <= LONGEST) {
      begun.extend(more.getBytes(StandardCharsets.ISO_8859_1), line);
    }
  }

  /** A complete SYSCALL or OBJ_PID ends in names; nothing of it follows. */
  private static boolean complete(AuditRecord record) {
    String body = body(record);
    return switch (record.type()) {
      case SYSCALL -> body.contains(" key=");
      case OBJ_PID -> body.contains(" ocomm=") && quotes(body) % 2 == 0;
      default -> !body.isBlank(); // PROCTITLE alone is often cut after its header
    };
  }

  /**
   * Whether the record breaks off within a quoted value or a name, and the line goes on at once.
   */
  private static boolean endsMidWord(AuditRecord record, String line) {
    String body = body(record);
    if (body.isEmpty() || line.startsWith(" ")) {
      return false;
    }
    String word = body.substring(body.lastIndexOf(' ') + 1);
    boolean name = !word.isEmpty() && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return quotes(body) % 2 == 1 || (name && line.indexOf('=') > 0);
  }

  private static long quotes(String body) {
    return body.chars().filter(c -> c == '"').count();
  }

  private static String body(AuditRecord record) {
    byte[] bytes = record.bytes();
    int start = record.bodyStart();
    return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
  }

  /** Whether one of the first words is {@code key=value}. */
  private static boolean hasField(String rest) {
    int at = 0;
    for (int word = 0; word < WORDS && at < rest.length(); word++) {
      int end = rest.indexOf(' ', at);
      end = end < 0 ? rest.length() : end;
      if (isField(rest, at, end)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private static boolean isField(String rest, int start, int end) {
    int equals = rest.indexOf('=', start);
    boolean named = equals > start && equals < end && equals - start <= LONGEST_KEY;
    for (int i = start; named && i < equals; i++) {
      char c = rest.charAt(i);
      named = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
    return named;
  }
}
