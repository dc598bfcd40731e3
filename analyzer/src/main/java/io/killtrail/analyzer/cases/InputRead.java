package io.killtrail.analyzer.cases;

import java.util.Objects;
import java.util.Optional;

/**
 * An input that the evidence was read from; a set by content, without ingest times.
 *
 * @param digest SHA-256 of the bytes on disk, lower-case hex; empty when it could not be read
 */
public record InputRead(
    String path,
    String format,
    Optional<String> digest,
    long records,
    long rejected,
    Optional<String> note) {
  public InputRead {
    Objects.requireNonNull(path);
    Objects.requireNonNull(format);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(note);
  }
}
