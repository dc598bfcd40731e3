package io.killtrail.ingest;

import java.util.Objects;
import java.util.Optional;

/**
 * How far an input has been read.
 *
 * @param summary what is known of it so far
 * @param offset all lines that end before this byte have been read for good
 * @param records records before the offset
 * @param rejected lines before the offset that could not be read
 * @param state of the reader at the offset; only of the input that was read last of its set
 */
public record InputMark(
    InputSummary summary, long offset, long records, long rejected, Optional<ReaderState> state) {
  /** Where reading begins. */
  public static final InputMark NOTHING =
      done(
          new InputSummary(
              "",
              "",
              InputFormat.UNKNOWN,
              Optional.empty(),
              Optional.empty(),
              0,
              0,
              InputSummary.Outcome.READ,
              Optional.empty()));

  public InputMark {
    Objects.requireNonNull(summary);
    Objects.requireNonNull(state);
  }

  /** An input that is done with, to its end. */
  public static InputMark done(InputSummary summary) {
    long length = summary.custody().map(custody -> custody.blocks().length()).orElse(0L);
    return new InputMark(summary, length, summary.records(), summary.rejected(), Optional.empty());
  }

  /** The same, when another input has gone on with what was open at the end of this one. */
  public InputMark settled() {
    return new InputMark(summary, offset, records, rejected, Optional.empty());
  }
}
