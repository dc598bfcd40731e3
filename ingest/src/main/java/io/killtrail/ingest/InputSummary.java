package io.killtrail.ingest;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of one input.
 *
 * @param path as ingested (absolute, normalised; {@code -} for standard input)
 * @param root the path that the user named and under which this input was found
 * @param format what its content turned out to be
 * @param digest of its bytes as they lie on disk, as far as they were read (see {@link
 *     io.killtrail.ingest.source.BlockDigests#digest}); empty when it could not be read
 * @param custody what was read of it, of a file that could be read
 * @param records audit records, journal entries, rows or lines recognised
 * @param rejected lines that could not be read
 * @param outcome how it ended
 * @param note what the user should know: an assumed year and zone, the reason of a failure
 */
public record InputSummary(
    String path,
    String root,
    InputFormat format,
    Optional<String> digest,
    Optional<Custody> custody,
    long records,
    long rejected,
    Outcome outcome,
    Optional<String> note) {

  /** How reading an input ended. */
  public enum Outcome {
    READ,
    /** Its content was ingested before. */
    KNOWN,
    /** It is no evidence; said, and changes nothing. */
    NOT_EVIDENCE,
    /** It could not be read, or not to its end; the run is done in part. */
    FAILED
  }

  public InputSummary {
    Objects.requireNonNull(path);
    Objects.requireNonNull(root);
    Objects.requireNonNull(format);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(custody);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(note);
  }
}
