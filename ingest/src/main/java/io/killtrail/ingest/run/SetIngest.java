package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.source.Decompression;
import io.killtrail.ingest.source.Digest;
import io.killtrail.ingest.source.Expansion;
import io.killtrail.ingest.source.ForgivingInput;
import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.HeadedInput;
import io.killtrail.ingest.source.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one rotated set with one reader, oldest first. */
final class SetIngest {
  private static final String UNREADABLE = "not a format that killtrail reads";
  private static final String EMPTY = "empty";

  private final IngestOptions options;
  private final FactSink sink;
  private final Meter meter;
  private final JournalFileQueue journals;
  private final Nesting nesting;
  private final Readers readers = new Readers();
  private final List<InputSummary> summaries = new ArrayList<>();

  SetIngest(IngestOptions options, FactSink sink, Meter meter, JournalFileQueue journals) {
    this(options, sink, meter, journals, Nesting.NONE);
  }

  SetIngest(
      IngestOptions options,
      FactSink sink,
      Meter meter,
      JournalFileQueue journals,
      Nesting nesting) {
    this.options = options;
    this.sink = sink;
    this.meter = meter;
    this.journals = journals;
    this.nesting = nesting;
  }

  /** How every file ended, and those within them; but for those that wait in the queue. */
  List<InputSummary> ingest(List<Found> set) {
    for (int i = 0; i < set.size(); i++) {
      ingest(new InputProgress(set.get(i), meter), i == set.size() - 1);
    }
    return List.copyOf(summaries);
  }

  private void ingest(InputProgress input, boolean last) {
    RejectionCounter counter = new RejectionCounter(sink);
    try {
      Optional<String> problem = input.found().problem();
      if (problem.isPresent()) {
        input.end(Outcome.FAILED, problem.get());
      } else {
        open(input, counter);
      }
    } catch (IOException e) {
      input.fail(e);
    }
    if (last) {
      readers.finish(counter);
    }
    if (!input.deferred()) {
      finish(input.summary(counter));
    }
  }

  private void finish(InputSummary summary) {
    if (nesting.tells(summary)) {
      summaries.add(summary);
      sink.finished(summary);
    }
  }

  private void open(InputProgress input, RejectionCounter counter) throws IOException {
    Path path = input.found().path();
    Digest digest = Digest.of(path);
    input.digest(digest);
    Expansion expansion = nesting.expansion();
    try (InputStream raw =
            new SourceInput(Files.newInputStream(path), digest.length(), input::count);
        ForgivingInput plain = new ForgivingInput(Decompression.open(raw, expansion))) {
      HeadedInput content = HeadedInput.peek(plain, FormatDetector.HEAD);
      InputFormat format = input.detect(content.head());
      if (format == InputFormat.UNKNOWN || sink.known(digest.sha256())) {
        pass(input, digest.length() == 0 || content.head().length == 0, counter);
      } else if (format == InputFormat.ARCHIVE) {
        unpack(input, content, expansion, counter);
      } else {
        read(input, content, counter);
      }
      plain.failure().ifPresent(input::fail);
    } finally {
      input.countRest();
    }
  }

  private void read(InputProgress input, InputStream content, RejectionCounter counter)
      throws IOException {
    if (input.format() == InputFormat.JOURNAL_FILE) {
      readers.finish(counter);
      journals.take(input, content, counter);
      return;
    }
    Instant fileTime = Files.getLastModifiedTime(input.found().path()).toInstant();
    InputContext context = new InputContext(input.name(), fileTime, options);
    ReadResult result = readers.next(input.format(), counter).read(content, context, counter);
    input.read(result);
  }

  /** What follows an archive continues nothing that came before. */
  private void unpack(
      InputProgress input, HeadedInput content, Expansion expansion, RejectionCounter counter)
      throws IOException {
    readers.finish(counter);
    try (Members members = new Members(input, expansion)) {
      nesting
          .inner(expansion)
          .ifPresentOrElse(
              inner -> summaries.addAll(members.ingest(content, set -> nested(set, inner))),
              () -> input.end(Outcome.FAILED, Nesting.TOO_DEEP));
    }
  }

  private List<InputSummary> nested(List<Found> set, Nesting inner) {
    return new SetIngest(options, sink, meter, journals, inner).ingest(set);
  }

  /** The input is not read; what follows it continues nothing that came before. */
  private void pass(InputProgress input, boolean empty, RejectionCounter counter) {
    if (input.format() != InputFormat.UNKNOWN) {
      readers.finish(counter);
      input.end(Outcome.KNOWN);
    } else if (empty) {
      input.end(Outcome.NOT_EVIDENCE, EMPTY);
    } else if (input.found().named()) {
      input.end(Outcome.FAILED, UNREADABLE);
    } else {
      input.end(Outcome.NOT_EVIDENCE);
    }
  }
}
