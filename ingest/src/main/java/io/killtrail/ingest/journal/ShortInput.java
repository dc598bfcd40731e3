package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The lines of one input in the short form, in order of time. */
final class ShortInput {
  private final Function<Stamp, Optional<Instant>> clock;
  private final ShortOrder order;
  private final MessageTexts texts;
  private final InputContext context;
  private final FactSink sink;
  private final AuditJoin join;
  private final LineIds ids = new LineIds();
  private long records;

  /**
   * None read yet.
   *
   * @param clock the time that a stamp means; empty when there is no such day
   */
  ShortInput(
      Function<Stamp, Optional<Instant>> clock,
      ShortOrder order,
      MessageTexts texts,
      InputContext context,
      FactSink sink) {
    this.clock = clock;
    this.order = order;
    this.texts = texts;
    this.context = context;
    this.sink = sink;
    this.join = new AuditJoin(sink);
  }

  /** The next line. */
  void line(Line line) {
    if (!Lines.blank(line) && !Lines.aside(line)) {
      Optional<String> fault = take(line);
      fault.ifPresent(reason -> sink.rejected(Lines.rejected(line, context, reason)));
    }
  }

  /** Reads the line; tells what is wrong with it, if anything. */
  Optional<String> take(Line line) {
    Optional<ShortLine> read = ShortLine.parse(Lines.text(line));
    Optional<Instant> time = read.map(ShortLine::stamp).flatMap(clock);
    if (time.isPresent()) {
      records++;
      message(read.get(), time.get(), line);
      return Optional.empty();
    }
    return Optional.of(read.isEmpty() ? "no stamp and host" : "no such day in its year");
  }

  private void message(ShortLine read, Instant time, Line line) {
    RawRecord raw = new RawRecord(context.path(), line.offset(), line.latin1());
    Origin origin =
        new Origin(
            ids.of(read, raw.latin1()),
            order.next(time),
            SourceForm.JOURNAL_SHORT,
            read.host().or(() -> context.options().host()),
            Optional.empty(),
            raw);
    Message message = read.message();
    if (texts.read(message, origin, sink)) {
      join.read(message, time, origin);
    }
  }

  /** No more lines follow; the number of those that were read. */
  long finish() {
    join.flush();
    return records;
  }
}
