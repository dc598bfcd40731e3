package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import io.killtrail.ingest.audit.AuditStream;
import io.killtrail.ingest.audit.RecordHeader;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads audit events that are a JSON object each; see {@link Layouts} for whose. */
public final class AggregateReader implements FormatReader {
  private final HostStreams streams = new HostStreams();
  private final JsonTree tree = new JsonTree();

  public AggregateReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Reading reading = new Reading(context, sink);
    new JsonTexts(reading).read(context.lines(content, sink));
    streams.endInput(sink);
    return new ReadResult(reading.records, Optional.empty());
  }

  @Override
  public void finish(FactSink sink) {
    streams.finish(sink);
  }

  /** One input while it is read. */
  private final class Reading implements JsonTexts.Taker {
    private final InputContext context;
    private final FactSink sink;
    private long records;

    Reading(InputContext context, FactSink sink) {
      this.context = context;
      this.sink = sink;
    }

    @Override
    public void object(byte[] text, long offset) {
      try {
        Optional<AggregatedEvent> event = Layouts.event(tree.parse(text));
        if (event.isPresent()) {
          give(event.get(), text, offset);
          records++;
        } else {
          broken(text, offset, "a JSON object that is no audit event");
        }
      } catch (IOException e) {
        broken(text, offset, JsonTree.reason(e));
      }
    }

    @Override
    public void broken(byte[] text, long offset, String reason) {
      int length = Math.min(text.length, Rejection.EXCERPT);
      String excerpt = new String(text, 0, length, StandardCharsets.ISO_8859_1);
      sink.rejected(new Rejection(context.path(), offset, reason, excerpt));
    }

    private void give(AggregatedEvent event, byte[] text, long offset) {
      RawRecord raw =
          new RawRecord(context.path(), offset, new String(text, StandardCharsets.ISO_8859_1));
      Optional<String> host = event.host().or(() -> context.options().host());
      AuditStream stream = streams.of(host, sink);
      for (Part part : event.parts()) {
        record(stream, event, host, part, raw);
      }
      record(stream, event, host, new Part("EOE", ""), raw);
    }

    private void record(
        AuditStream stream,
        AggregatedEvent event,
        Optional<String> host,
        Part part,
        RawRecord raw) {
      RecordHeader header =
          new RecordHeader(
              part.type(),
              event.stamp().epochMillis(),
              event.stamp().serial(),
              event.node(),
              host,
              Optional.empty());
      byte[] body = part.body().getBytes(StandardCharsets.ISO_8859_1);
      stream.record(header, body, SourceForm.AUDIT_JSON, raw, sink);
    }
  }
}
