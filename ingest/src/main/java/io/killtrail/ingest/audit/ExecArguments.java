package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.SourceForm;
import java.util.List;
import java.util.Optional;

/**
 * The command line out of EXECVE records: {@code argc=3 a0="sh" a1="-c" a2=6C73202D6C}. Long
 * arguments are cut up into {@code a1_len=9000 a1[0]=… a1[1]=…} and go on in further records.
 */
final class ExecArguments {
  private static final int LONGEST = 4_096;

  private final StringBuilder text = new StringBuilder();
  private final FieldCursor cursor = new FieldCursor();
  private int current = -1;
  private boolean interpreted;

  private ExecArguments() {}

  /** The arguments with blanks between them; empty when no record tells them. */
  static Optional<String> of(EventReading event) {
    List<AuditRecord> records = event.all(RecordType.EXECVE);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    ExecArguments arguments = new ExecArguments();
    records.forEach(arguments::read);
    return Actors.command(arguments.text.toString());
  }

  private void read(AuditRecord record) {
    byte[] bytes = record.bytes();
    interpreted = record.form() == SourceForm.AUDIT_INTERPRETED;
    cursor.start(record);
    while (text.length() < LONGEST && cursor.next()) {
      int argument = argument(bytes);
      if (argument >= 0) {
        append(argument, bytes);
      }
    }
  }

  /** The number of {@code a12} and {@code a12[0]}; -1 for all other names. */
  private int argument(byte[] bytes) {
    int at = cursor.keyStart();
    int end = cursor.keyEnd();
    if (bytes[at++] != 'a') {
      return -1;
    }
    int number = 0;
    int first = at;
    while (at < end && at - first < 7 && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at++] - '0';
    }
    return at > first && (at == end || bytes[at] == '[') ? number : -1;
  }

  private void append(int argument, byte[] bytes) {
    if (current >= 0 && argument != current) {
      text.append(' ');
    }
    current = argument;
    Optional<String> value =
        interpreted
            ? FieldDecoder.plain(bytes, cursor.valueStart(), cursor.valueEnd())
            : FieldDecoder.encoded(bytes, cursor.valueStart(), cursor.valueEnd(), cursor.quoted());
    value.ifPresent(text::append);
  }
}
