package io.killtrail.analyzer;

import io.killtrail.analyzer.host.Moved;
import io.killtrail.analyzer.index.HostNames;
import io.killtrail.analyzer.index.IndexMerge;
import io.killtrail.analyzer.index.IndexPruning;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

  private static final class Hosts implements HostNames {
    private final HostMap map;

    Hosts(List<IndexedInput> inputs) {
      this.map = new HostMap(inputs);
    }

    @Override
    public Optional<String> hostOf(Fact fact) {
      return map.hostOf(fact);
    }

    @Override
    public Fact named(Fact fact) {
      Provenance from = fact.provenance();
      Optional<String> host = from.node().isPresent() ? Optional.empty() : map.hostOf(fact);
      return host.isEmpty()
          ? fact
          : Moved.with(
              fact,
              new Provenance(
                  from.id(),
                  from.time(),
                  from.form(),
                  host,
                  from.bootId(),
                  from.serial(),
                  from.raw()));
    }
  }
}
