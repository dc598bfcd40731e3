package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.journal.JournalJsonReader;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.source.LinePipe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The journal of this machine, by way of journalctl(1), which goes on behind a cursor. Entries of
 * the last seconds are read again after a pause, since audit events among them may have been half
 * read: facts have ids, so nothing counts twice.
 */
public final class JournalTail implements AutoCloseable {
  /** As it stands among the inputs of an index. */
  static final String NAME = "journal of this machine";

  /** Within this time all records of an event come. */
  private static final Duration HALF_READ = Duration.ofSeconds(15);

  private final RejectionCounter counter;
  private final InputContext context;
  private final JournalJsonReader reader = new JournalJsonReader();
  private final Deque<Passed> passed = new ArrayDeque<>();
  private final Process journalctl;
  private final LinePipe pipe;
  private Optional<String> safe;
  private long records;
  private long offset;

  /** When an entry was the last that had been read. */
  private record Passed(long nanos, String cursor) {}

  private JournalTail(
      Process journalctl, IngestOptions options, FactSink sink, Optional<InputMark> before) {
    this.journalctl = journalctl;
    this.pipe = LinePipe.patient(journalctl.getInputStream());
    this.counter = new RejectionCounter(sink);
    this.context = new InputContext(NAME, Instant.EPOCH, options);
    this.safe = before.flatMap(JournalTail::cursor);
    this.records = before.map(InputMark::records).orElse(0L);
    before.ifPresent(mark -> counter.startAt(mark.rejected()));
  }

  /**
   * Starts journalctl behind what was read before.
   *
   * @param follow whether it goes on with entries to come
   * @throws IOException when there is no journalctl or it can't be started
   */
  public static JournalTail start(
      Journalctl journalctl, boolean follow, IngestOptions options, FactSink sink)
      throws IOException {
    if (!journalctl.installed()) {
      throw new IOException("the journal cannot be read: journalctl was not found in PATH");
    }
    Optional<InputMark> before = sink.book().withoutContent(NAME);
    Process process = journalctl.start(before.flatMap(JournalTail::cursor), follow);
    return new JournalTail(process, options, sink, before);
  }

  private static Optional<String> cursor(InputMark mark) {
    return mark.state().map(state -> new String(state.bytes(), StandardCharsets.UTF_8));
  }

  /** Reads what has come within this time; whether anything has. */
  public boolean pass(Duration within) throws InterruptedException, IOException {
    byte[] lines = pipe.next(within);
    if (lines.length > 0) {
      records += reader.readOn(new ByteArrayInputStream(lines), offset, context, counter);
      offset += lines.length;
      reader.show(counter);
      mark(false);
    }
    return lines.length > 0;
  }

  /** Whether journalctl has ended and all of it was read. */
  public boolean ended() {
    return pipe.ended();
  }

  private void mark(boolean all) {
    long now = System.nanoTime();
    reader.cursor().ifPresent(cursor -> passed.addLast(new Passed(now, cursor)));
    while (!passed.isEmpty() && (all || now - passed.getFirst().nanos() > HALF_READ.toNanos())) {
      safe = Optional.of(passed.removeFirst().cursor());
    }
    Optional<ReaderState> state =
        safe.map(cursor -> new ReaderState(cursor.getBytes(StandardCharsets.UTF_8)));
    counter
        .book()
        .mark(new InputMark(summary(Outcome.READ), offset, records, counter.rejected(), state));
  }

  private InputSummary summary(Outcome outcome) {
    return new InputSummary(
        NAME,
        NAME,
        InputFormat.JOURNAL_JSON,
        Optional.empty(),
        Optional.empty(),
        records,
        counter.rejected(),
        outcome,
        Optional.empty());
  }

  /** Reads all that is there, to its end. */
  public InputSummary readAll() throws InterruptedException, IOException {
    while (!ended()) {
      pass(Duration.ofMillis(500));
    }
    reader.finish(counter);
    mark(true);
    int status = journalctl.waitFor();
    return summary(status == 0 || records > 0 ? Outcome.READ : Outcome.FAILED);
  }

  @Override
  public void close() {
    journalctl.destroy();
  }
}
