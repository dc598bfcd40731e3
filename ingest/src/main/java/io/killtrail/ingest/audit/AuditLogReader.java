package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.LineTaker;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.ResumableReader;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.source.ByteScan;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads auditd's log, RAW or ENRICHED, and what {@code ausearch} prints. Empty lines and lines that
 * begin with {@code #} are passed over.
 */
public final class AuditLogReader implements ResumableReader {
  private static final byte[] SEPARATOR = "----".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOCAL_TIME = "time->".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STAMP = "=audit(".getBytes(StandardCharsets.US_ASCII);
  private static final ByteScan BRACKET = new ByteScan('(');

  /** Bytes between two places where reading may stop. */
  private static final int STOP = 1 << 20;

  /** Of what {@link #save} writes. */
  private static final int STATE_VERSION = 1;

  private final AuditStream stream = new AuditStream();
  private final AuditRecordParser parser = new AuditRecordParser();
  private final BiFunction<InputContext, FactSink, LineTaker> others;
  private Input input;
  private Optional<Line> torn = Optional.empty();
  private long offset;

  /** The input that is being read. */
  private record Input(InputContext context, Origin origin, OddLines odd) {
    String path() {
      return context.path();
    }
  }

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
    InputContext none = new InputContext("", Instant.EPOCH, IngestOptions.NONE);
    this.input = new Input(none, Origin.UNKNOWN, new OddLines(stream, none, LineTaker.NONE));
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    ReadResult whole = readOn(content, 0, context, sink, (offset, records) -> {});
    long records = whole.records() + readTorn(sink);
    Optional<String> note = input.odd().note();
    endInput(sink);
    return new ReadResult(records, note);
  }

  @Override
  public ReadResult readOn(
      InputStream content, long from, InputContext context, FactSink sink, Stops stops)
      throws IOException {
    OddLines odd = new OddLines(stream, context, others.apply(context, sink));
    input = new Input(context, new Origin(context.options().host(), Optional.empty()), odd);
    torn = Optional.empty();
    offset = from;
    LineReader lines = context.lines(content, from, sink);
    long records = 0;
    long nextStop = from + STOP;
    while (lines.next()) {
      if (lines.torn()) {
        torn = Optional.of(lines.line());
        break;
      }
      records += line(lines.line(), sink);
      offset = lines.offset();
      if (offset >= nextStop && canStop()) {
        stops.at(offset, records);
        nextStop = offset + STOP;
      }
    }
    return new ReadResult(records, odd.note());
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public boolean canStop() {
    return !input.odd().used();
  }

  @Override
  public long readTorn(FactSink sink) {
    long records = torn.isPresent() ? line(torn.get(), sink) : 0;
    torn = Optional.empty();
    input.odd().finish(sink);
    return records;
  }

  @Override
  public boolean isTorn() {
    return torn.isPresent();
  }

  @Override
  public long lookAtTorn(FactId id, FactSink sink) {
    FactSink look = new LookSink(sink, id);
    stream.look();
    long records = readTorn(look);
    show(look);
    return records;
  }

  @Override
  public void endInput(FactSink sink) {
    stream.endInput(sink);
  }

  @Override
  public void show(FactSink sink) {
    stream.show(sink);
  }

  @Override
  public void hide(FactSink sink) {
    stream.hide(sink);
  }

  @Override
  public ReaderState save() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(STATE_VERSION);
      stream.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return new ReaderState(bytes.toByteArray());
  }

  @Override
  public void restore(ReaderState state) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(state.bytes())))) {
      if (in.readInt() != STATE_VERSION) {
        throw new IOException("the reader's state is of another version");
      }
      stream.restore(in);
    }
  }

  @Override
  public void finish(FactSink sink) {
    stream.finish(sink);
  }

  /** How many records begin on the line. */
  private int line(Line line, FactSink sink) {
    OddLines odd = input.odd();
    HeaderFault fault = parser.parse(line);
    if (fault == HeaderFault.NONE && !holdsAnother(line, parser.bodyStart())) {
      record(line, sink);
      return 1;
    }
    if (isRemark(line)) {
      odd.afterGap();
      return 0;
    }
    Optional<Integer> records = odd.read(line, sink);
    if (records.isEmpty()) {
      sink.rejected(new Rejection(input.path(), line.offset(), fault.reason(), excerpt(line)));
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

  private void record(Line line, FactSink sink) {
    OddLines odd = input.odd();
    byte[] bytes = line.buffer();
    RecordType type = parser.type();
    EventId id = id(line);
    boolean anew = stream.beginsAnew(type, id);
    if (type != RecordType.OTHER || anew || stream.isFirst(type, id)) {
      byte[] copy = Arrays.copyOfRange(bytes, line.start(), line.end());
      int bodyStart = parser.bodyStart() - line.start();
      AuditRecord record = AuditRecord.ofLine(type, copy, bodyStart, input.path(), line.offset());
      odd.after(record);
      stream.take(id, input.origin(), record, anew, sink);
    } else {
      odd.afterUnused();
    }
    stream.count(type, id);
  }

  /** Of the record whose header was just parsed. */
  private EventId id(Line line) {
    AuditNode node = stream.nodes().find(line.buffer(), parser.nodeStart(), parser.nodeEnd());
    return new EventId(node, parser.epochMillis(), parser.serial());
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
