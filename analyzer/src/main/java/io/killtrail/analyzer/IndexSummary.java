package io.killtrail.analyzer;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an index holds.
 *
 * @param bytes that its files take on disk
 * @param facts how many of each kind, by host; under the empty name those of no known host
 * @param inputs what was read, and how far
 * @param rejected how many lines could not be read, by reason
 * @param gaps losses that the evidence tells of itself
 */
public record IndexSummary(
    long bytes,
    NavigableMap<String, NavigableMap<String, Long>> facts,
    List<Read> inputs,
    NavigableMap<String, Long> rejected,
    List<Gaps> gaps) {
  /** Reasons are few; a log must not be able to make them many. */
  private static final int MOST_REASONS = 1000;

  private static final String OTHER = "other reasons";

  public IndexSummary {
    facts = Collections.unmodifiableNavigableMap(facts);
    inputs = List.copyOf(inputs);
    rejected = Collections.unmodifiableNavigableMap(rejected);
    gaps = List.copyOf(gaps);
  }

  /** An input, and the byte up to which nothing need be read again. */
  public record Read(IndexedInput input, long offset) {
    public Read {
      Objects.requireNonNull(input);
    }
  }

  /**
   * Losses of one kind.
   *
   * @param host empty when no evidence names it
   * @param times how often they were told
   * @param lost how many records, as far as that is known
   * @param first when it was told first
   * @param last when it was told last
   */
  public record Gaps(
      String host,
      EvidenceGap.Problem problem,
      long times,
      long lost,
      Instant first,
      Instant last) {
    public Gaps {
      Objects.requireNonNull(host);
      Objects.requireNonNull(problem);
      Objects.requireNonNull(first);
      Objects.requireNonNull(last);
    }

    private static Gaps of(String host, EvidenceGap gap) {
      Instant time = gap.provenance().time();
      return new Gaps(host, gap.problem(), 1, gap.lost().orElse(0), time, time);
    }

    private Gaps and(Gaps other) {
      return new Gaps(
          host,
          problem,
          times + other.times,
          lost + other.lost,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /**
   * Reads all facts once, keeping none.
   *
   * @param kind the word for a fact's kind
   */
  public static IndexSummary of(Path directory, Function<Fact, String> kind) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      HostMap hosts = new HostMap(reader.inputs());
      NavigableMap<String, NavigableMap<String, Long>> facts = new TreeMap<>();
      Map<List<Object>, Gaps> gaps = new TreeMap<>(Comparator.comparing(Object::toString));
      reader.forEachButSignals(
          fact -> {
            String host = hosts.hostOf(fact).orElse("");
            count(facts, host, kind.apply(fact));
            if (fact instanceof EvidenceGap gap) {
              gaps.merge(List.of(host, gap.problem()), Gaps.of(host, gap), Gaps::and);
            }
          });
      reader.forEachSignal(
          (address, signal) -> count(facts, hosts.hostOf(signal).orElse(""), kind.apply(signal)));
      return new IndexSummary(
          bytes(directory), facts, inputs(reader), rejected(reader), List.copyOf(gaps.values()));
    }
  }

  private static void count(
      NavigableMap<String, NavigableMap<String, Long>> facts, String host, String kind) {
    facts.computeIfAbsent(host, none -> new TreeMap<>()).merge(kind, 1L, Long::sum);
  }

  private static List<Read> inputs(FactIndexReader reader) throws IOException {
    List<Read> inputs = new ArrayList<>();
    reader.forEachMark((input, mark) -> inputs.add(read(input, mark)));
    inputs.sort(
        Comparator.comparing((Read read) -> read.input().path())
            .thenComparing(read -> read.input().digest().orElse("")));
    return inputs;
  }

  private static Read read(IndexedInput input, InputMark mark) {
    return new Read(input, mark.offset());
  }

  private static NavigableMap<String, Long> rejected(FactIndexReader reader) throws IOException {
    NavigableMap<String, Long> reasons = new TreeMap<>();
    reader.forEachRejection(
        rejection -> {
          boolean room = reasons.size() < MOST_REASONS || reasons.containsKey(rejection.reason());
          reasons.merge(room ? rejection.reason() : OTHER, 1L, Long::sum);
        });
    return reasons;
  }

  /** A writer may take files away meanwhile. */
  private static long bytes(Path directory) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        bytes += size(file).orElse(0L);
      }
    }
    return bytes;
  }

  private static Optional<Long> size(Path file) throws IOException {
    try {
      return Optional.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
