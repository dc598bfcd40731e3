package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.audit.PrintedRecord;
import io.killtrail.ingest.fact.Fingerprint;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/** What the kernel says besides audit records, in one input: kept until it can be dated. */
final class KernelSayings {
  /** So many lines wait for an audit record that dates them; a boot's first ones are no loss. */
  private static final int MOST_WAITING = 10_000;

  private final InputContext context;
  private final FactSink sink;
  private final MessageReader messages = new MessageReaders();
  private final KernelClock clock = new KernelClock();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long told;
  private boolean local;

  private record Waiting(RawRecord raw, KernelLine line) {}

  KernelSayings(InputContext context, FactSink sink) {
    this.context = context;
    this.sink = sink;
  }

  /** The line as a message: a console may have put text in front of a record. */
  Message whole(Line line) {
    return message(Lines.text(line));
  }

  private static Message message(String text) {
    return new Message(Message.Road.KERNEL, "kernel", OptionalInt.empty(), text, Fields.NONE);
  }

  /** Where a record comes from that brings its own time. */
  Origin undated(Line line) {
    return origin(raw(line), Instant.EPOCH);
  }

  /** The line is an audit record: it tells what its stamp means. */
  void dated(Line line, KernelLine read) {
    if (read.sinceBoot().isPresent()) {
      PrintedRecord.parse(Lines.text(line))
          .ifPresent(
              record ->
                  clock.see(Instant.ofEpochMilli(record.epochMillis()), read.sinceBoot().get()));
    }
  }

  /** The line is none. */
  void say(Line line, KernelLine read) {
    if (waiting.size() == MOST_WAITING) {
      tell(waiting.removeFirst());
    }
    waiting.add(new Waiting(raw(line), read));
  }

  /** The input is at its end; how many lines told something. */
  long finish() {
    waiting.forEach(this::tell);
    waiting.clear();
    return told;
  }

  /** What was assumed. */
  Optional<String> note() {
    boolean assumed = local && context.options().sourceZone().isEmpty();
    return assumed ? Optional.of("dates without a zone read as UTC") : Optional.empty();
  }

  private void tell(Waiting said) {
    Optional<Instant> time =
        said.line().local().map(this::zoned).or(() -> said.line().sinceBoot().flatMap(clock::time));
    if (time.isPresent()) {
      EntryFacts facts =
          new EntryFacts(sink, origin(said.raw(), time.get().truncatedTo(ChronoUnit.SECONDS)));
      messages.read(message(said.line().text()), facts);
      told += facts.given() > 0 ? 1 : 0;
    }
  }

  private Instant zoned(LocalDateTime at) {
    local = true;
    return at.atZone(context.options().sourceZone().orElse(ZoneOffset.UTC)).toInstant();
  }

  private Origin origin(RawRecord raw, Instant time) {
    return new Origin(
        EntryId.of(Fingerprint.of(raw.latin1())),
        time,
        SourceForm.JOURNAL_SHORT,
        context.options().host(),
        Optional.empty(),
        raw);
  }

  private RawRecord raw(Line line) {
    return new RawRecord(context.path(), line.offset(), line.latin1());
  }
}
