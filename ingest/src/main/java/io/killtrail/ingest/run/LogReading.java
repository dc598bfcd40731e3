package io.killtrail.ingest.run;

import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.ResumableReader;
import io.killtrail.ingest.fact.FactId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads a log so that a later run can go on where this one ended, or was ended. */
final class LogReading {
  private final InputProgress input;
  private final FileLook file;
  private final FileSource source;
  private final ResumableReader reader;
  private final RejectionCounter counter;
  private final Live live;

  LogReading(
      InputProgress input,
      FileLook file,
      FileSource source,
      ResumableReader reader,
      RejectionCounter counter,
      Live live) {
    this.input = input;
    this.file = file;
    this.source = source;
    this.reader = reader;
    this.counter = counter;
    this.live = live;
  }

  /**
   * Reads the log on.
   *
   * @param from what was read before
   * @param last whether no other file follows that would go on with its events
   * @return the state where reading can go on: at the end of the last whole line, or of the file
   */
  Optional<Stop> read(InputStream content, InputMark from, InputContext context, boolean last)
      throws IOException {
    ReadResult read =
        reader.readOn(
            content,
            from.offset(),
            context,
            counter,
            (offset, records) -> stop(offset, from.records() + records));
    long records = from.records() + read.records();
    if (!last && !source.isBroken()) {
      return end(new ReadResult(records, read.note()), source.length());
    }
    Optional<Stop> stop = Optional.empty();
    if (reader.canStop()) {
      boolean torn = reader.isTorn() && !live.following() && !source.isBroken();
      if (torn) {
        reader.hide(counter);
      } else {
        reader.show(counter);
      }
      stop = Optional.of(new Stop(reader.offset(), records, counter.rejected(), reader.save()));
      records += torn ? reader.lookAtTorn(torn(), counter) : 0;
    } else {
      records += reader.readTorn(counter);
      reader.endInput(counter);
    }
    input.read(new ReadResult(records, read.note()));
    return stop;
  }

  /**
   * A log that was rotated away is read to its end: its events may go on in the next one.
   *
   * @param size bytes of the file
   */
  Optional<Stop> end(ReadResult read, long size) {
    long records = read.records() + reader.readTorn(counter);
    reader.endInput(counter);
    input.read(new ReadResult(records, read.note()));
    if (!reader.canStop()) {
      return Optional.empty();
    }
    reader.show(counter);
    return Optional.of(new Stop(size, records, counter.rejected(), reader.save()));
  }

  private FactId torn() {
    return Tail.id(file.custody(source.digests(), Optional.empty()).orElseThrow());
  }

  /** Keeps all that was read so far, and stops if that was asked for. */
  private void stop(long offset, long records) {
    boolean stopping = live.stopping().getAsBoolean();
    if (stopping || counter.book().due()) {
      try {
        input.read(new ReadResult(records, Optional.empty()));
        input.read(file, source.digests());
        new Stop(offset, records, counter.rejected(), reader.save()).mark(input, counter);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (stopping) {
      throw new ReadingStoppedException();
    }
  }

  /** A place between two lines, and the reader's state there. */
  record Stop(long offset, long records, long rejected, ReaderState state) {
    void mark(InputProgress input, RejectionCounter counter) {
      counter
          .book()
          .mark(
              new InputMark(input.summary(counter), offset, records, rejected, Optional.of(state)));
      input.marked();
    }
  }
}
