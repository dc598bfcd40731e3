package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.Expansion;
import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.HeadedInput;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one rotated set with one reader, oldest first. */
final class SetIngest {
  private final IngestOptions options;
  private final FactSink sink;
  private final Meter meter;
  private final JournalFileQueue journals;
  private final Nesting nesting;
  private final Live live;
  private final Readers readers = new Readers();
  private final List<InputSummary> summaries = new ArrayList<>();
  private List<Found> unread = List.of();
  private Optional<String> before = Optional.empty();

  SetIngest(IngestOptions options, FactSink sink, Meter meter, JournalFileQueue journals) {
    this(options, sink, meter, journals, Nesting.NONE, Live.NOT);
  }

  /** Of files that may still be written to. */
  SetIngest(
      IngestOptions options, FactSink sink, Meter meter, JournalFileQueue journals, Live live) {
    this(options, sink, meter, journals, Nesting.NONE, live);
  }

  SetIngest(
      IngestOptions options,
      FactSink sink,
      Meter meter,
      JournalFileQueue journals,
      Nesting nesting,
      Live live) {
    this.options = options;
    this.sink = sink;
    this.meter = meter;
    this.journals = journals;
    this.nesting = nesting;
    this.live = live;
  }

  /**
   * How every file ended, and those within them; but for those that wait in the queue, and of
   * followed ones for what is {@link #unread}.
   */
  List<InputSummary> ingest(List<Found> set) {
    RotatedSet files = new RotatedSet(set);
    while (files.hasNext() && unread.isEmpty()) {
      try {
        ingest(new InputProgress(files.next(), meter), files.isLast());
        files.done();
      } catch (ReplacedException e) {
        replaced(files, e);
      }
    }
    return List.copyOf(summaries);
  }

  /** What was not read, since the log was rotated meanwhile: it has to be found anew. */
  List<Found> unread() {
    return unread;
  }

  private void replaced(RotatedSet files, ReplacedException e) {
    if (live.following()) {
      unread = files.left();
    } else if (!files.listAgain() && files.hasNext()) {
      InputProgress input = new InputProgress(files.next(), meter);
      input.fail(e);
      finish(input.summary(new RejectionCounter(sink)));
      files.done();
    }
  }

  private void ingest(InputProgress input, boolean last) throws ReplacedException {
    RejectionCounter counter = new RejectionCounter(sink);
    Optional<LogReading.Stop> stop = Optional.empty();
    boolean continued = false;
    try {
      Optional<String> problem = input.found().problem();
      if (problem.isPresent()) {
        input.end(Outcome.FAILED, problem.get());
      } else {
        FileIngest file = new FileIngest(input, last, readers, options, counter, live);
        stop = file.ingest(nesting.expansion(), containers());
        continued = file.continued();
      }
    } catch (ReplacedException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ReplacedException(input.found().path());
    } catch (IOException e) {
      input.fail(e);
    }
    if (last) {
      readers.finish(counter);
    }
    if (!input.deferred()) {
      finish(input.summary(counter));
    }
    stop.ifPresent(where -> where.mark(input, counter));
    if (continued && stop.isPresent()) {
      before.ifPresent(sink.book()::settle);
    }
    before = input.digest().filter(digest -> input.isRead());
  }

  private FileIngest.Containers containers() {
    return new FileIngest.Containers() {
      @Override
      public void unpack(
          InputProgress input, HeadedInput content, Expansion expansion, RejectionCounter counter)
          throws IOException {
        members(input, content, expansion);
      }

      @Override
      public void journal(InputProgress input, HeadedInput content, RejectionCounter counter)
          throws IOException {
        journals.take(input, content, counter);
      }
    };
  }

  private void finish(InputSummary summary) {
    if (nesting.tells(summary)) {
      summaries.add(summary);
      sink.finished(summary);
    }
  }

  private void members(InputProgress input, HeadedInput content, Expansion expansion)
      throws IOException {
    try (Members members = new Members(input, expansion)) {
      nesting
          .inner(expansion)
          .ifPresentOrElse(
              inner -> summaries.addAll(members.ingest(content, set -> nested(set, inner))),
              () -> input.end(Outcome.FAILED, Nesting.TOO_DEEP));
    }
  }

  private List<InputSummary> nested(List<Found> set, Nesting inner) {
    return new SetIngest(options, sink, meter, journals, inner, Live.NOT).ingest(set);
  }
}
