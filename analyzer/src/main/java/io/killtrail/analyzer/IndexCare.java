package io.killtrail.analyzer;

import io.killtrail.analyzer.index.IndexMerge;
import io.killtrail.analyzer.index.IndexPruning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What keeps an index in shape, with hosts told apart as an analysis does. */
public final class IndexCare {
  private IndexCare() {}

  /** See {@link IndexPruning#prune}. */
  public static IndexPruning.Result prune(Path directory, Instant oldest, InstantSource clock)
      throws IOException {
    return IndexPruning.prune(directory, oldest, clock, Hosts::new);
  }

  /** See {@link IndexMerge#merge}. */
  public static void merge(List<Path> sources, Path target, InstantSource clock)
      throws IOException {
    IndexMerge.merge(sources, target, clock, Hosts::new);
  }
}
