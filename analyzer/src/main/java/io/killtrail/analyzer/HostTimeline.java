package io.killtrail.analyzer;

import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SourceForm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All that the evidence says of one host in some stretch of time. */
public final class HostTimeline {
  private final FactIndexReader index;
  private final List<IndexedInput> inputs;

  /** Over what was last committed to an index. */
  public HostTimeline(FactIndexReader index) throws IOException {
    this.index = index;
    this.inputs = index.inputs();
  }

  /** The hosts that any evidence names, sorted. */
  public List<String> hosts() {
    HostMap map = new HostMap(inputs);
    TreeSet<String> hosts = new TreeSet<>();
    inputs.forEach(input -> input.hosts().keySet().forEach(name -> hosts.add(map.named(name))));
    return List.copyOf(hosts);
  }

  /**
   * The facts of one host from one moment to before another, in the total order, each event once.
   *
   * @param host empty for evidence of which nothing names the host
   * @param limit so many are enough
   */
  public List<Fact> of(Optional<String> host, Instant from, Instant to, int limit)
      throws IOException {
    Map<String, HostEvidence> evidence =
        dated() ? EvidenceReading.between(index, from, to) : EvidenceReading.of(index, fact -> {});
    Hosts hosts = new Hosts(inputs);
    List<Fact> facts = new ArrayList<>();
    Optional.ofNullable(evidence.get(host.orElse("")))
        .ifPresent(its -> its.between(from, to, limit).forEach(facts::add));
    return facts.stream().map(hosts::told).toList();
  }

  private boolean dated() throws IOException {
    return inputs.stream().allMatch(input -> dated(input.format()))
        && index.finder().forms().stream().allMatch(SourceForm::dated);
  }

  /**
   * Whether stamps of such an input are points in time; else they are put right by what all other
   * evidence tells too.
   */
  private static boolean dated(InputFormat format) {
    return switch (format) {
      case AUDIT_LOG,
          AUDIT_JSON,
          JOURNAL_JSON,
          JOURNAL_EXPORT,
          JOURNAL_FILE,
          PROCESS_SNAPSHOT,
          PID_FILE_SNAPSHOT,
          ARCHIVE,
          AUDIT_RULES,
          UNKNOWN ->
          true;
      case JOURNAL_SHORT, JOURNAL_MONOTONIC, SYSTEMCTL_STATUS, STRACE, KERNEL_LOG -> false;
    };
  }
}
