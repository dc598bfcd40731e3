package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.journalfile.JournalFiles;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.journalfile.Reading;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binary journals wait here until all inputs are seen: those of one directory are read together,
 * since entries of one moment lie in several of them. What is compressed or in an archive is read
 * at once and by itself.
 */
final class JournalFileQueue {
  /** Characters of names for one process; Linux takes 128 KiB of arguments at the very least. */
  private static final int MOST_NAMES = 48 << 10;

  private final JournalFiles files;
  private final IngestOptions options;
  private final FactSink sink;
  private final Map<Path, List<InputProgress>> waiting = new LinkedHashMap<>();

  JournalFileQueue(Journalctl journalctl, IngestOptions options, FactSink sink) {
    this.files = new JournalFiles(journalctl);
    this.options = options;
    this.sink = sink;
  }

  /** Takes a journal; one that is a file of its own is not done when this returns. */
  void take(InputProgress input, InputStream content, FactSink counter) throws IOException {
    Found found = input.found();
    if (found.name().equals(found.path().toString()) && plain(found.path())) {
      add(input);
    } else {
      readSpooled(input, content, counter);
    }
  }

  /** Whether the file on disk is the journal itself. */
  private static boolean plain(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      return FormatDetector.detect(raw.readNBytes(FormatDetector.HEAD)) == InputFormat.JOURNAL_FILE;
    }
  }

  private void add(InputProgress input) {
    input.defer();
    Path directory = input.found().path().getParent();
    waiting.computeIfAbsent(directory, none -> new ArrayList<>()).add(input);
  }

  /** Reads a journal that is part of another file, or compressed. */
  private void readSpooled(InputProgress input, InputStream content, FactSink counter)
      throws IOException {
    if (!files.readable()) {
      input.end(Outcome.FAILED, JournalFiles.elsewhere(input.name()));
      return;
    }
    Path spool = Files.createTempFile("killtrail-", ".journal");
    try {
      Files.copy(content, spool, StandardCopyOption.REPLACE_EXISTING);
      end(input, files.read(List.of(spool), context(input.name()), counter));
    } finally {
      Files.delete(spool);
    }
  }

  /** Reads what waits. */
  List<InputSummary> readAll() {
    List<InputSummary> summaries = new ArrayList<>();
    for (Map.Entry<Path, List<InputProgress>> directory : waiting.entrySet()) {
      List<InputProgress> piece = new ArrayList<>();
      int length = 0;
      for (InputProgress input : directory.getValue()) {
        length += input.found().path().toString().length();
        if (length > MOST_NAMES) {
          summaries.addAll(read(piece, directory.getKey()));
          piece.clear();
          length = input.found().path().toString().length();
        }
        piece.add(input);
      }
      summaries.addAll(read(piece, directory.getKey()));
    }
    waiting.clear();
    return summaries;
  }

  private List<InputSummary> read(List<InputProgress> inputs, Path directory) {
    List<InputSummary> summaries = new ArrayList<>();
    Map<Optional<String>, InputProgress> fresh = new LinkedHashMap<>();
    List<InputProgress> copies = new ArrayList<>();
    for (InputProgress input : inputs) {
      if (known(input) || fresh.putIfAbsent(input.digest(), input) != null) {
        copies.add(input);
      }
    }
    summaries.addAll(readFresh(List.copyOf(fresh.values()), directory));
    for (InputProgress copy : copies) {
      if (known(copy)) {
        copy.end(Outcome.KNOWN);
        summaries.add(finish(copy, new RejectionCounter(sink)));
      } else {
        summaries.add(readOne(copy));
      }
    }
    return summaries;
  }

  private boolean known(InputProgress input) {
    return sink.known(input.digest().orElse(""));
  }

  /** All with one process; each with its own where that fails, so that one does not spoil all. */
  private List<InputSummary> readFresh(List<InputProgress> inputs, Path directory) {
    if (inputs.size() > 1 && files.readable()) {
      RejectionCounter counter = new RejectionCounter(sink);
      InputProgress first = inputs.getFirst();
      Reading reading =
          files.read(
              inputs.stream().map(input -> input.found().path()).toList(),
              context(directory.toString()),
              counter);
      if (reading.complete()) {
        return inputs.stream().map(input -> together(input, first, reading, counter)).toList();
      }
    }
    return inputs.stream().map(this::readOne).toList();
  }

  /** Which entry came out of which file is not told: all are counted with the first. */
  private InputSummary together(
      InputProgress input, InputProgress first, Reading reading, RejectionCounter counter) {
    if (input == first) {
      end(input, reading);
      return finish(input, counter);
    }
    end(input, new Reading(0, Optional.of("read and counted with " + first.name()), true));
    return finish(input, new RejectionCounter(sink));
  }

  private InputSummary readOne(InputProgress input) {
    if (!files.readable()) {
      input.end(Outcome.FAILED, JournalFiles.elsewhere(input.name()));
      return finish(input, new RejectionCounter(sink));
    }
    RejectionCounter counter = new RejectionCounter(sink);
    end(input, files.read(List.of(input.found().path()), context(input.name()), counter));
    return finish(input, counter);
  }

  private InputContext context(String name) {
    // Every entry has its own time: that of the file does not matter.
    return new InputContext(name, Instant.EPOCH, options);
  }

  private static void end(InputProgress input, Reading reading) {
    input.read(new ReadResult(reading.records(), reading.note()));
    if (!reading.complete()) {
      input.end(Outcome.FAILED);
    }
  }

  private InputSummary finish(InputProgress input, RejectionCounter rejections) {
    InputSummary summary = input.summary(rejections);
    sink.finished(summary);
    return summary;
  }
}
