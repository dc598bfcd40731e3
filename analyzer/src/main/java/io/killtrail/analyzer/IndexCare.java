package io.killtrail.analyzer;

import io.killtrail.analyzer.index.HostNames;
import io.killtrail.analyzer.index.IndexPruning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** What keeps an index in shape, with hosts told apart as an analysis does. */
public final class IndexCare {
  private static final HostNames.Source HOSTS = inputs -> new HostMap(inputs)::hostOf;

  private IndexCare() {}

  /** See {@link IndexPruning#prune}. */
  public static IndexPruning.Result prune(Path directory, Instant oldest, InstantSource clock)
      throws IOException {
    return IndexPruning.prune(directory, oldest, clock, HOSTS);
  }
}
