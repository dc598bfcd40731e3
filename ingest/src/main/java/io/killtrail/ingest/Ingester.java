package io.killtrail.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads what a user names and gives the facts to a sink. */
public final class Ingester {
  /** Told how far the run is; for a progress bar. */
  public interface Progress {
    /** This many of all bytes on disk are read. */
    void bytes(long done, long total);

    /** Nobody listens. */
    Progress SILENT = (done, total) -> {};
  }

  public Ingester(IngestOptions options, FactSink sink, Progress progress) {}

  /**
   * Reads files and directories; {@code -} is standard input.
   *
   * @param stdin where {@code -} reads from
   * @return how every input ended, in the order in which they were read
   */
  public List<InputSummary> ingest(List<Path> paths, InputStream stdin) {
    return List.of();
  }
}
