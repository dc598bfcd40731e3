package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.LineTaker;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.source.ByteScan;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads auditd's log, RAW or ENRICHED, and what {@code ausearch} prints. Empty lines and lines that
 * begin with {@code #} are passed over.
 */
public final class AuditLogReader implements FormatReader {
  private static final byte[] SEPARATOR = "----".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOCAL_TIME = "time->".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STAMP = "=audit(".getBytes(StandardCharsets.US_ASCII);
  private static final ByteScan BRACKET = new ByteScan('(');

  private final AuditStream stream = new AuditStream();
  private final AuditRecordParser parser = new AuditRecordParser();
  private final BiFunction<InputContext, FactSink, LineTaker> others;

  /** All lines are records, or none of anybody's. */
  public AuditLogReader() {
    this((context, sink) -> LineTaker.NONE);
  }

  /**
   * Records mix with lines of other kinds, as in notes.
   *
   * @param others takes those of one input
   */
  public AuditLogReader(BiFunction<InputContext, FactSink, LineTaker> others) {
    this.others = others;
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Origin origin = new Origin(context.options().host(), Optional.empty());
    OddLines odd = new OddLines(stream, context, others.apply(context, sink));
    LineReader lines = context.lines(content, sink);
    long records = 0;
    while (lines.next()) {
      records += line(lines.line(), context.path(), origin, odd, sink);
    }
    odd.finish(sink);
    stream.endInput(sink);
    return new ReadResult(records, odd.note());
  }

  @Override
  public void finish(FactSink sink) {
    stream.finish(sink);
  }

  /** How many records begin on the line. */
  private int line(Line line, String input, Origin origin, OddLines odd, FactSink sink) {
    HeaderFault fault = parser.parse(line);
    if (fault == HeaderFault.NONE && !holdsAnother(line, parser.bodyStart())) {
      record(line, input, origin, odd, sink);
      return 1;
    }
    if (isRemark(line)) {
      odd.afterGap();
      return 0;
    }
    Optional<Integer> records = odd.read(line, sink);
    if (records.isEmpty()) {
      sink.rejected(new Rejection(input, line.offset(), fault.reason(), excerpt(line)));
    }
    return records.orElse(0);
  }

  /** Whether a second record follows on the same line. */
  private static boolean holdsAnother(Line line, int bodyStart) {
    byte[] bytes = line.buffer();
    int at = BRACKET.find(bytes, bodyStart, line.end());
    while (at < line.end()) {
      int start = at + 1 - STAMP.length;
      if (start >= bodyStart && Arrays.equals(bytes, start, at + 1, STAMP, 0, STAMP.length)) {
        return true;
      }
      at = BRACKET.find(bytes, at + 1, line.end());
    }
    return false;
  }

  private void record(Line line, String input, Origin origin, OddLines odd, FactSink sink) {
    byte[] bytes = line.buffer();
    RecordType type = parser.type();
    AuditNode node = stream.nodes().find(bytes, parser.nodeStart(), parser.nodeEnd());
    EventId id = new EventId(node, parser.epochMillis(), parser.serial());
    boolean anew = stream.beginsAnew(type, id);
    if (type != RecordType.OTHER || anew || stream.isFirst(type, id)) {
      byte[] copy = Arrays.copyOfRange(bytes, line.start(), line.end());
      int bodyStart = parser.bodyStart() - line.start();
      AuditRecord record = AuditRecord.ofLine(type, copy, bodyStart, input, line.offset());
      odd.after(record);
      stream.take(id, origin, record, anew, sink);
    } else {
      odd.afterUnused();
    }
    stream.count(type, id);
  }

  /** What people, samples and ausearch put between records. */
  private static boolean isRemark(Line line) {
    int at = line.start();
    while (at < line.end() && line.buffer()[at] <= ' ' && line.buffer()[at] >= 0) {
      at++;
    }
    return at == line.end()
        || line.buffer()[at] == '#'
        || startsWith(line, at, SEPARATOR)
        || startsWith(line, at, LOCAL_TIME);
  }

  private static boolean startsWith(Line line, int at, byte[] text) {
    int end = Math.min(at + text.length, line.end());
    return Arrays.equals(line.buffer(), at, end, text, 0, text.length);
  }

  private static String excerpt(Line line) {
    int length = Math.min(line.length(), Rejection.EXCERPT);
    return new String(line.buffer(), line.start(), length, StandardCharsets.ISO_8859_1);
  }
}
