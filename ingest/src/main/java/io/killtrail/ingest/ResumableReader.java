package io.killtrail.ingest;

import io.killtrail.ingest.fact.FactId;
import java.io.IOException;
import java.io.InputStream;

/**
 * A reader of lines that can stop between two of them and go on later, in another process, as if it
 * had not stopped.
 */
public interface ResumableReader extends FormatReader {
  /** Told where reading may stop. */
  interface Stops {
    /** All lines that end before this offset of the input were read; so many records were found. */
    void at(long offset, long records);
  }

  /**
   * Reads all whole lines of an input. A last line without its end is held back.
   *
   * @param from offset of the first byte of {@code content} in the input
   * @return the records found behind {@code from}
   */
  ReadResult readOn(
      InputStream content, long from, InputContext context, FactSink sink, Stops stops)
      throws IOException;

  /** Offset of the first byte that was not read. */
  long offset();

  /** Whether nothing was read of the current input that {@link #save} cannot keep. */
  boolean canStop();

  /**
   * The input has no more lines: reads the one that was held back, if any, as it is; how many
   * records that adds.
   */
  long readTorn(FactSink sink);

  /** Whether a last line without its end is held back. */
  boolean isTorn();

  /**
   * The line that is held back may go on: gives provisionally, all under this id, what it says as
   * it is, and all that is kept back. It will be read again, by a reader that is restored from what
   * {@link #save} gave before; this one can read nothing after that.
   *
   * @return how many records the line adds
   */
  long lookAtTorn(FactId id, FactSink sink);

  /** The current input is at its end, and another one follows. */
  void endInput(FactSink sink);

  /** The current input is at its end for now: gives provisionally what is kept back. */
  void show(FactSink sink);

  /** Takes back what was given provisionally. */
  void hide(FactSink sink);

  ReaderState save();

  /**
   * Goes on where the state was saved. Only for a reader that has read nothing.
   *
   * @throws IOException when the state is none of this version
   */
  void restore(ReaderState state) throws IOException;
}
