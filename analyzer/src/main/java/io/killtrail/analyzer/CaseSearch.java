package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.correlate.CaseId;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.FactQuery;
import io.killtrail.analyzer.index.Matches;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.analyzer.story.Story;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the deaths that somebody asks about. All evidence of an index is read, since what was long
 * before may matter; but only the deaths in question are judged.
 */
public final class CaseSearch {
  private final FactIndexReader index;

  /** Over what was last committed to an index. */
  public CaseSearch(FactIndexReader index) {
    this.index = index;
  }

  /** The deaths of a unit, by its full name. */
  public CaseAnswer ofUnit(String unit) throws IOException {
    return answer(new CaseQuestion.OfUnit(unit), EvidenceReading.of(index, fact -> {}));
  }

  /** The deaths of the process with this id, or with this thread, and those that it caused. */
  public CaseAnswer ofPid(int pid) throws IOException {
    List<ThreadSeen> threads = new ArrayList<>();
    Map<String, HostEvidence> evidence =
        EvidenceReading.of(
            index,
            fact -> {
              if (fact instanceof ThreadSeen thread && thread.tid() == pid) {
                threads.add(thread);
              }
            });
    return answer(new CaseQuestion.OfPid(pid, threads, seen(pid, threads)), evidence);
  }

  private NavigableSet<Instant> seen(int pid, List<ThreadSeen> threads) throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>(List.of(pid));
    threads.forEach(thread -> numbers.add(thread.tgid()));
    String query =
        numbers.stream()
            .map(n -> "sender.pid:" + n + " OR victim.pid:" + n + " OR target:" + n)
            .collect(Collectors.joining(" OR "));
    NavigableSet<Instant> times = new TreeSet<>();
    if (!dated()) {
      return times;
    }
    try {
      Matches matches = index.finder().matches(FactQuery.of(query));
      for (int i = 0; i < matches.size(); i++) {
        times.add(Instant.EPOCH.plus(matches.micros(i), ChronoUnit.MICROS));
      }
    } catch (QuerySyntaxException e) {
      throw new IllegalStateException(query, e);
    }
    return times;
  }

  /** The case with this id, or those whose ids begin so. */
  public CaseAnswer ofCase(String beginning) throws IOException {
    NavigableSet<Instant> decided = new TreeSet<>();
    HostMap hosts = new HostMap(index.inputs());
    Consumer<Fact> listener =
        fact -> {
          if (CaseId.of(hosts.hostOf(fact), fact.provenance().id()).startsWith(beginning)) {
            decided.add(fact.provenance().time());
          }
        };
    Map<String, HostEvidence> evidence = EvidenceReading.of(index, listener);
    if (!dated()) {
      decided.clear();
    }
    return answer(new CaseQuestion.OfCase(beginning, decided), evidence);
  }

  /** Whether the stamps of the index are points in time: the others are put right later. */
  private boolean dated() throws IOException {
    return index.finder().forms().stream().allMatch(SourceForm::dated);
  }

  /** The units that any fact names, sorted. */
  public List<String> units() throws IOException {
    NavigableSet<String> units = new TreeSet<>(index.finder().units());
    index.forEachButSignals(
        fact -> {
          if (fact instanceof ProcessSeen seen) {
            seen.unit().ifPresent(units::add);
          }
        });
    return List.copyOf(units);
  }

  private static CaseAnswer answer(CaseQuestion question, Map<String, HostEvidence> evidence) {
    CaseAnswer.Builder answer = new CaseAnswer.Builder();
    evidence.forEach(
        (host, its) ->
            answer.add(
                Optional.of(host).filter(name -> !name.isEmpty()),
                Correlator.cases(its, question),
                story(its)));
    return answer.build();
  }

  private static Function<Case, Story> story(HostEvidence evidence) {
    return each -> Story.of(each, evidence.withoutSignals());
  }
}
