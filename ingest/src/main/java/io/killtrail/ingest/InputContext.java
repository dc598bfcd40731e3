package io.killtrail.ingest;

import io.killtrail.ingest.source.LineReader;
import java.io.InputStream;
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

  /** The lines of this input's content; one that is too long is rejected and left out. */
  public LineReader lines(InputStream content, FactSink sink) {
    return lines(content, 0, sink);
  }

  /** The same, of content that begins at this offset of the input. */
  public LineReader lines(InputStream content, long from, FactSink sink) {
    String reason = "longer than " + LineReader.LONGEST + " bytes";
    return new LineReader(
        content,
        from,
        (offset, start) -> sink.rejected(new Rejection(path, offset, reason, start, true)));
  }
}
