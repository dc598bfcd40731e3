package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ResumableReader;
import io.killtrail.ingest.audit.AuditLogReader;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.journal.JournalLines;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.Digest;
import io.killtrail.ingest.source.Dropped;
import io.killtrail.ingest.source.LinePipe;
import io.killtrail.ingest.source.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Takes audit records from a writer that goes on and on, such as auditd, whose plugins read them on
 * standard input. What was read can't be read again: nothing is resumed.
 */
public final class StreamIngest {
  /** What came is given away so often. */
  private static final Duration PASS = Duration.ofMillis(500);

  /** Who asks to stop waits so long for what has come before. */
  private static final Duration LAST_PASSES = Duration.ofMillis(500);

  private final RejectionCounter counter;
  private final BooleanSupplier stopping;
  private final InstantSource clock;
  private final InputContext context;
  private final ResumableReader reader = new AuditLogReader(JournalLines::new);
  private final BlockHasher hasher = new BlockHasher();
  private byte[] head = new byte[0];
  private Optional<String> marked = Optional.empty();
  private long records;
  private boolean dirty;

  /**
   * Nothing is read yet.
   *
   * @param stopping asked several times a second; when true, reading ends
   */
  public StreamIngest(
      IngestOptions options, FactSink sink, BooleanSupplier stopping, InstantSource clock) {
    this.counter = new RejectionCounter(sink);
    this.stopping = stopping;
    this.clock = clock;
    this.context = new InputContext(StandardInput.NAME, clock.instant(), options);
  }

  /** Reads until the writer ends or somebody asks to stop; what came until then is given. */
  public InputSummary ingest(InputStream in) throws InterruptedException {
    return ingest(LinePipe.from(in, clock), new byte[0]);
  }

  /** The same, of an input from which lines were taken already. */
  InputSummary ingest(LinePipe pipe, byte[] begun) throws InterruptedException {
    Optional<IOException> failure = Optional.empty();
    try {
      pass(begun);
      while (!stopping.getAsBoolean() && !pipe.ended()) {
        pass(pipe.next(PASS));
        pipe.takeDropped().ifPresent(this::tell);
        keep();
      }
      takeRest(pipe);
      records += reader.readTorn(counter);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    reader.finish(counter);
    InputSummary summary = summary(failure.or(pipe::failure));
    counter.finished(summary);
    return summary;
  }

  /** Somebody asked to stop: what has come is taken as far as there is time for. */
  private void takeRest(LinePipe pipe) throws InterruptedException, IOException {
    long end = System.nanoTime() + LAST_PASSES.toNanos();
    while (!pipe.isEmpty() && System.nanoTime() < end) {
      pass(pipe.next(Duration.ZERO));
    }
    pipe.dropRest();
    pipe.takeDropped().ifPresent(this::tell);
  }

  private void pass(byte[] lines) throws IOException {
    if (lines.length == 0) {
      return;
    }
    if (head.length < ContentHead.LENGTH) {
      int more = Math.min(ContentHead.LENGTH - head.length, lines.length);
      head = Arrays.copyOf(head, head.length + more);
      System.arraycopy(lines, 0, head, head.length - more, more);
    }
    long from = hasher.length();
    hasher.update(lines, 0, lines.length);
    dirty = true;
    records +=
        reader
            .readOn(new ByteArrayInputStream(lines), from, context, counter, (offset, found) -> {})
            .records();
    reader.show(counter);
  }

  private void keep() {
    if (dirty && hasher.length() > 0 && counter.book().due()) {
      counter.book().mark(InputMark.done(summary(Optional.empty())));
      marked = Optional.of(hasher.soFar().digest());
      counter.book().keep();
      dirty = false;
    }
  }

  private void tell(Dropped dropped) {
    String words =
        dropped.lines() + " lines were dropped, since the index could not be written fast enough";
    Provenance provenance =
        new Provenance(
            new FactId("dropped:" + dropped.from() + ":" + hasher.length()),
            dropped.to(),
            SourceForm.AUDIT_RAW,
            context.options().host(),
            Optional.empty(),
            OptionalLong.empty(),
            List.of(new RawRecord(StandardInput.NAME, hasher.length(), words)));
    counter.fact(
        new EvidenceGap(
            provenance,
            EvidenceGap.Problem.FORWARD_DROPPED,
            Optional.of(dropped.from()),
            Optional.of(dropped.to()),
            OptionalLong.of(dropped.lines()),
            words));
    dirty = true;
  }

  private InputSummary summary(Optional<IOException> failure) {
    boolean empty = hasher.length() == 0;
    Outcome read = empty ? Outcome.NOT_EVIDENCE : Outcome.READ;
    return new InputSummary(
        StandardInput.NAME,
        StandardInput.NAME,
        empty ? InputFormat.UNKNOWN : InputFormat.AUDIT_LOG,
        empty ? Optional.empty() : Optional.of(hasher.soFar().digest()),
        empty ? Optional.empty() : Optional.of(custody()),
        records,
        counter.rejected(),
        failure.isPresent() ? Outcome.FAILED : read,
        failure.map(Reason::of));
  }

  private Custody custody() {
    Optional<String> before = marked.filter(digest -> !digest.equals(hasher.soFar().digest()));
    return new Custody(
        new ContentHead(Digest.of(head).sha256(), head.length),
        hasher.soFar(),
        context.fileTime(),
        "",
        before);
  }
}
