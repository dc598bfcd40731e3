package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A record of a type that is of use: its body, and the raw line that it came from. */
final class AuditRecord {
  /** What the objects that hold a record take besides its bytes, about. */
  private static final int OVERHEAD = 120;

  private final RecordType type;
  private final SourceForm form;
  private byte[] bytes;
  private final int bodyStart;
  private final String input;
  private final long offset;
  private Optional<RawRecord> raw;

  private AuditRecord(
      RecordType type,
      SourceForm form,
      byte[] bytes,
      int bodyStart,
      String input,
      long offset,
      Optional<RawRecord> raw) {
    this.type = type;
    this.form = form;
    this.bytes = bytes;
    this.bodyStart = bodyStart;
    this.input = input;
    this.offset = offset;
    this.raw = raw;
  }

  /** A line of auditd's log, whose text is only made when it is asked for. */
  static AuditRecord ofLine(
      RecordType type, byte[] line, int bodyStart, String input, long offset) {
    return new AuditRecord(
        type, SourceForm.AUDIT_RAW, line, bodyStart, input, offset, Optional.empty());
  }

  /** A record that came another way. */
  static AuditRecord ofBody(RecordType type, byte[] body, SourceForm form, RawRecord raw) {
    return new AuditRecord(type, form, body, 0, raw.input(), raw.offset(), Optional.of(raw));
  }

  RecordType type() {
    return type;
  }

  /** How it reached us; that it is ENRICHED is only known when its fields are read. */
  SourceForm form() {
    return form;
  }

  byte[] bytes() {
    return bytes;
  }

  int bodyStart() {
    return bodyStart;
  }

  /** Bytes of memory, about. */
  int size() {
    return bytes.length + OVERHEAD + (raw.isPresent() ? raw.get().latin1().length() : 0);
  }

  /**
   * The next line of the input goes on with this record.
   *
   * @param more what it adds to the body
   * @param line the line as written, one char a byte
   */
  void extend(byte[] more, String line) {
    RawRecord before = raw();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, longer, bytes.length, more.length);
    bytes = longer;
    raw = Optional.of(new RawRecord(input, offset, before.latin1() + '\n' + line));
  }

  boolean sameAs(AuditRecord other) {
    return type == other.type && Arrays.equals(bytes, other.bytes);
  }

  RawRecord raw() {
    return raw.orElseGet(
        () -> new RawRecord(input, offset, new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  void save(DataOutput out) throws IOException {
    out.writeUTF(type.name());
    out.writeUTF(form.name());
    SavedText.write(out, bytes);
    out.writeInt(bodyStart);
    SavedText.write(out, Optional.of(input));
    out.writeLong(offset);
    SavedText.write(out, raw.map(RawRecord::latin1));
  }

  static AuditRecord restored(DataInput in) throws IOException {
    RecordType type = RecordType.valueOf(in.readUTF());
    SourceForm form = SourceForm.valueOf(in.readUTF());
    byte[] bytes = SavedText.readBytes(in);
    int bodyStart = in.readInt();
    String input = SavedText.read(in).orElseThrow();
    long offset = in.readLong();
    Optional<RawRecord> raw = SavedText.read(in).map(text -> new RawRecord(input, offset, text));
    return new AuditRecord(type, form, bytes, bodyStart, input, offset, raw);
  }
}
