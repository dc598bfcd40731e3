package io.killtrail.ingest.run;

import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.ResumableReader;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.Decompression;
import io.killtrail.ingest.source.Expansion;
import io.killtrail.ingest.source.ForgivingInput;
import io.killtrail.ingest.source.HeadedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads one file of a set: all of it, what is new in it, or nothing. */
final class FileIngest {
  private static final String UNREADABLE = "not a format that killtrail reads";
  private static final String EMPTY = "empty";

  /** Takes what is no log but holds some. */
  interface Containers {
    void unpack(
        InputProgress input, HeadedInput content, Expansion expansion, RejectionCounter counter)
        throws IOException;

    void journal(InputProgress input, HeadedInput content, RejectionCounter counter)
        throws IOException;
  }

  private final InputProgress input;
  private final FileLook file;
  private final boolean last;
  private final Readers readers;
  private final IngestOptions options;
  private final RejectionCounter counter;
  private final Live live;
  private boolean continued;

  /**
   * Nothing is read yet.
   *
   * @param last whether no file of the set follows
   */
  FileIngest(
      InputProgress input,
      boolean last,
      Readers readers,
      IngestOptions options,
      RejectionCounter counter,
      Live live)
      throws IOException {
    this.input = input;
    this.file = FileLook.at(input.found(), live.seen(input.found()));
    this.last = last;
    this.readers = readers;
    this.options = options;
    this.counter = counter;
    this.live = live;
  }

  /** Where a later run can go on, if it can. */
  Optional<LogReading.Stop> ingest(Expansion expansion, Containers containers) throws IOException {
    input.expectRead(file.size());
    try {
      Optional<Earlier> earlier = Earlier.find(input.found(), file, counter.book());
      earlier.ifPresent(before -> input.knew(before.mark()));
      if (earlier.filter(Earlier::whole).isPresent()) {
        passKnown(earlier.get().mark());
        return Optional.empty();
      }
      if (earlier.filter(Earlier::resumable).isPresent() && isPlain()) {
        return readOn(earlier.get());
      }
      if (earlier.filter(Earlier::complete).isPresent() && isPlain()) {
        tail().readAgain(earlier.get());
      }
      return readWhole(expansion, containers);
    } finally {
      input.countRest();
    }
  }

  /** Whether events of the file before went on in this one, which was read from its beginning. */
  boolean continued() {
    return continued;
  }

  private void passKnown(InputMark mark) throws IOException {
    if (input.format() == InputFormat.UNKNOWN) {
      passOdd(file.size() == 0);
      return;
    }
    input.end(Outcome.KNOWN);
    if (mark.state().isPresent() && !last) {
      readers.restore(input.format(), mark.state().get(), counter);
    } else {
      readers.finish(counter); // what follows continues nothing that came before
    }
  }

  /** It is no evidence, or none that is known. */
  private void passOdd(boolean empty) {
    if (empty) {
      input.end(Outcome.NOT_EVIDENCE, EMPTY);
    } else if (input.found().named()) {
      input.end(Outcome.FAILED, UNREADABLE);
    } else {
      input.end(Outcome.NOT_EVIDENCE);
    }
  }

  private Optional<LogReading.Stop> readOn(Earlier earlier) throws IOException {
    InputMark mark = earlier.mark();
    try (FileSource source = FileSource.open(file, mark.offset(), earlier.hasher(), input::count)) {
      Optional<LogReading.Stop> stop = log(resume(mark), source.bytes(), source, mark);
      source.failure().ifPresent(input::fail);
      return stop;
    }
  }

  /** Goes on before what was cut. */
  private ResumableReader resume(InputMark mark) throws IOException {
    counter.startAt(mark.rejected());
    tail().takeBack(mark, mark.offset());
    ResumableReader reader = readers.restore(input.format(), mark.state().orElseThrow(), counter);
    readers.wake();
    return reader;
  }

  private Optional<LogReading.Stop> readWhole(Expansion expansion, Containers containers)
      throws IOException {
    try (FileSource source = FileSource.open(file, 0, new BlockHasher(), input::count)) {
      Optional<LogReading.Stop> stop;
      try {
        stop = read(source, expansion, containers);
      } catch (IOException e) {
        digest(source);
        throw source.failure().orElse(e);
      }
      digest(source);
      source.failure().ifPresent(input::fail);
      return stop;
    }
  }

  private void digest(FileSource source) throws IOException {
    source.drain();
    input.read(file, source.digests());
  }

  private Optional<LogReading.Stop> read(
      FileSource source, Expansion expansion, Containers containers) throws IOException {
    Optional<LogReading.Stop> stop = Optional.empty();
    try (ForgivingInput plain = new ForgivingInput(Decompression.open(source.bytes(), expansion))) {
      HeadedInput content = HeadedInput.peek(plain, FormatDetector.HEAD);
      switch (input.detect(content.head())) {
        case UNKNOWN -> passOdd(file.size() == 0 || content.head().length == 0);
        case ARCHIVE -> {
          readers.finish(counter); // what follows an archive continues nothing that came before
          containers.unpack(input, content, expansion, counter);
        }
        case JOURNAL_FILE -> {
          readers.finish(counter);
          containers.journal(input, content, counter);
        }
        default -> stop = lines(content, source);
      }
      plain.failure().ifPresent(input::fail);
    }
    return stop;
  }

  private Optional<LogReading.Stop> lines(HeadedInput content, FileSource source)
      throws IOException {
    boolean plain = isPlain();
    Optional<Compressed> before =
        plain || isMember()
            ? Optional.empty()
            : Compressed.find(file.path(), content.head(), counter.book());
    if (before.isPresent()) {
      return compressed(content, source, before.get());
    }
    continued = readers.goesOnWith(input.format());
    FormatReader reader = readers.next(input.format(), counter);
    if (reader instanceof ResumableReader log && !isMember()) {
      return plain
          ? log(log, content, source, InputMark.NOTHING)
          : compressed(log, content, source, InputMark.NOTHING);
    }
    if (plain && last) {
      tail().watch();
    }
    input.read(reader.read(content, context(), counter));
    return Optional.empty();
  }

  private boolean isPlain() throws IOException {
    return Decompression.isPlain(file.path());
  }

  /** Of an archive, or standard input: it was put aside to be read, and is gone after that. */
  private boolean isMember() {
    return !input.name().equals(file.path().toString());
  }

  /** Reads what was not read before the file was compressed. */
  private Optional<LogReading.Stop> compressed(
      InputStream content, FileSource source, Compressed before) throws IOException {
    InputMark mark = before.mark();
    if (before.whole()) {
      passKnown(mark);
      return mark.state()
          .map(state -> new LogReading.Stop(file.size(), mark.records(), mark.rejected(), state));
    }
    ResumableReader reader = resume(mark);
    content.skipNBytes(mark.offset());
    return compressed(reader, content, source, mark);
  }

  /** Offsets lead nowhere in it, but its events go on in the next file. */
  private Optional<LogReading.Stop> compressed(
      ResumableReader reader, InputStream content, FileSource source, InputMark from)
      throws IOException {
    ReadResult rest =
        reader.readOn(content, from.offset(), context(), counter, (offset, records) -> {});
    ReadResult all = new ReadResult(from.records() + rest.records(), rest.note());
    Optional<LogReading.Stop> stop =
        new LogReading(input, file, source, reader, counter, live).end(all, file.size());
    if (stop.isPresent()) {
      readers.rest();
    }
    return stop;
  }

  private Optional<LogReading.Stop> log(
      ResumableReader reader, InputStream content, FileSource source, InputMark from)
      throws IOException {
    LogReading log = new LogReading(input, file, source, reader, counter, live);
    Optional<LogReading.Stop> stop = log.read(content, from, context(), last);
    if (stop.isPresent()) {
      readers.rest();
    }
    input.read(file, source.digests());
    return stop;
  }

  private Tail tail() {
    return new Tail(input, file, counter);
  }

  private InputContext context() {
    return new InputContext(input.name(), file.modified(), options);
  }
}
