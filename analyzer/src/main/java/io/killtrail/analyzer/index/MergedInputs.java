package io.killtrail.analyzer.index;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.BlockDigests;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The inputs of several indexes: the same content once, and of a log that grew the longest. */
final class MergedInputs {
  private final NavigableMap<String, Read> byKey = new TreeMap<>();

  /** Takes an input under its key. */
  interface Visitor {
    void visit(String key, IndexedInput input, InputMark mark);
  }

  private record Read(IndexedInput input, InputMark mark) {}

  /** Takes an input of one of the indexes, in whatever order. */
  void add(IndexedInput input, InputMark mark) {
    byKey.merge(InputDocuments.key(input), new Read(input, mark), MergedInputs::same);
  }

  private static Read same(Read one, Read other) {
    Read best = BEST.compare(one, other) >= 0 ? one : other;
    Read less = best.equals(one) ? other : one;
    return new Read(best.input().with(less.input()), best.mark());
  }

  private static final Comparator<Read> BEST =
      Comparator.comparing((Read read) -> read.input().outcome() == Outcome.READ)
          .thenComparing(read -> read.mark().state().isPresent())
          .thenComparingLong(read -> read.mark().offset())
          .thenComparingLong(read -> read.mark().records())
          .thenComparing(read -> read.input().path());

  /** All inputs, those that another one is the continuation of left out. */
  void forEach(Visitor visitor) {
    for (String key : List.copyOf(byKey.keySet())) {
      Read read = byKey.get(key);
      longer(read).ifPresent(to -> byKey.put(to, grown(byKey.get(to), byKey.remove(key))));
    }
    byKey.forEach((key, read) -> visitor.visit(key, read.input(), read.mark()));
  }

  private static Read grown(Read read, Read earlier) {
    return new Read(read.input().with(earlier.input()), read.mark());
  }

  /** The key of the same file, of which more was read; the shortest of several. */
  private Optional<String> longer(Read read) {
    return byKey.entrySet().stream()
        .filter(entry -> continues(entry.getValue().input(), read.input()))
        .min(Comparator.comparingLong(entry -> length(entry.getValue().input())))
        .map(Map.Entry::getKey);
  }

  /** One file by device and inode, by its first bytes and by all blocks that both have in full. */
  private static boolean continues(IndexedInput more, IndexedInput less) {
    if (length(more) <= length(less)
        || less.custody().isEmpty()
        || more.format() != less.format()) {
      return false;
    }
    Custody longer = more.custody().orElseThrow();
    Custody shorter = less.custody().get();
    int full = (int) (shorter.blocks().length() / BlockDigests.BLOCK);
    return longer.fileKey().equals(shorter.fileKey())
        && longer.head().equals(shorter.head())
        && longer
            .blocks()
            .blocks()
            .subList(0, full)
            .equals(shorter.blocks().blocks().subList(0, full));
  }

  private static long length(IndexedInput input) {
    return input.custody().map(custody -> custody.blocks().length()).orElse(0L);
  }
}
