package io.killtrail.ingest;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of an input besides its content.
 *
 * @param path as in {@link InputSummary#path}
 * @param fileTime the file's modification time; of standard input the time of reading
 * @param options what the user said
 */
public record InputContext(String path, Instant fileTime, IngestOptions options) {
  public InputContext {
    Objects.requireNonNull(path);
    Objects.requireNonNull(fileTime);
    Objects.requireNonNull(options);
  }
}
