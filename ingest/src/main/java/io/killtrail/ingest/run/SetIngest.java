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
  private final Readers readers = new Readers();

  SetIngest(IngestOptions options, FactSink sink, Meter meter) {
    this.options = options;
    this.sink = sink;
    this.meter = meter;
  }

  List<InputSummary> ingest(List<Found> set) {
    List<InputSummary> summaries = new ArrayList<>();
    for (Found found : set) {
      boolean last = summaries.size() == set.size() - 1;
      summaries.add(ingest(new InputProgress(found, found.path().toString(), meter), last));
    }
    return summaries;
  }

  /** Reads a file that is known under another name. */
  InputSummary ingestOne(Found found, String name) {
    return ingest(new InputProgress(found, name, meter), true);
  }

  private InputSummary ingest(InputProgress input, boolean last) {
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
    InputSummary summary = input.summary(counter.rejected());
    sink.finished(summary);
    return summary;
  }

  private void open(InputProgress input, RejectionCounter counter) throws IOException {
    Path path = input.found().path();
    Digest digest = Digest.of(path);
    input.digest(digest);
    try (InputStream raw =
            new SourceInput(Files.newInputStream(path), digest.length(), input::count);
        ForgivingInput plain = new ForgivingInput(Decompression.open(raw))) {
      HeadedInput content = HeadedInput.peek(plain, FormatDetector.HEAD);
      InputFormat format = input.format(FormatDetector.detect(content.head()));
      if (format != InputFormat.UNKNOWN && !sink.known(digest.sha256())) {
        read(input, content, counter);
      } else {
        pass(input, digest.length() == 0 || content.head().length == 0, counter);
      }
      plain.failure().ifPresent(input::fail);
    } finally {
      input.countRest();
    }
  }

  private void read(InputProgress input, InputStream content, RejectionCounter counter)
      throws IOException {
    Instant fileTime = Files.getLastModifiedTime(input.found().path()).toInstant();
    InputContext context = new InputContext(input.name(), fileTime, options);
    ReadResult result = readers.next(input.format(), counter).read(content, context, counter);
    input.read(result);
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
