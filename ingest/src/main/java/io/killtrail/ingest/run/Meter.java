package io.killtrail.ingest.run;

import io.killtrail.ingest.run.Ingester.Progress;

/** Adds up the bytes that were read from disk. */
final class Meter {
  private final Progress progress;
  private long total;
  private long done;

  Meter(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /** More was found to read than known at the start. */
  void expect(long bytes) {
    total += bytes;
  }

  void add(long bytes) {
    done += bytes;
    progress.bytes(done, Math.max(done, total));
  }
}
