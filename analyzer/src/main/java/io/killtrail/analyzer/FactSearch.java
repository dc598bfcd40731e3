package io.killtrail.analyzer;

import io.killtrail.analyzer.host.SameEvent;
import io.killtrail.analyzer.index.FactFinder;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.FactQuery;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.analyzer.index.Matches;
import io.killtrail.analyzer.index.SearchField;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SourceForm;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds facts for people: each event once, however many roads it was seen by, under the name of its
 * host.
 */
public final class FactSearch {
  private final FactFinder finder;
  private final Hosts hosts;
  private final boolean mayRepeat;

  /** Over what was last committed to an index. */
  public FactSearch(FactIndexReader index) throws IOException {
    this.finder = index.finder();
    this.hosts = new Hosts(index.inputs());
    List<IndexedInput> inputs = index.inputs();
    this.mayRepeat =
        finder.forms().stream().filter(SourceForm::dated).count() > 1
            || inputs.stream()
                    .filter(input -> input.records() > 0)
                    .map(input -> input.hosts().isEmpty())
                    .distinct()
                    .count()
                > 1;
  }

  /**
   * What was found.
   *
   * @param facts the first of them in order of time, with their raw records
   * @param all how many there are
   */
  public record Found(List<Fact> facts, long all) {
    public Found {
      facts = List.copyOf(facts);
    }
  }

  /**
   * The facts that match, at most {@code limit}.
   *
   * @throws QuerySyntaxException when the query cannot be read; it tells where and what to do
   */
  public Found find(FactQuery asked, int limit) throws IOException, QuerySyntaxException {
    if (plain(asked)) {
      List<Fact> facts = finder.first(asked, limit);
      long all = facts.size() < limit ? facts.size() : finder.count(asked);
      return new Found(facts.stream().map(hosts::told).toList(), all);
    }
    Matches matches = matches(asked);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, matches.size()); i++) {
      facts.add(hosts.told(finder.withRaw(matches.address(i))));
    }
    return new Found(facts, matches.size());
  }

  /** How many match. */
  public long count(FactQuery asked) throws IOException, QuerySyntaxException {
    return plain(asked) ? finder.count(asked) : matches(asked).size();
  }

  /** How often each value of a field occurs among those that match. */
  public Map<String, Long> values(FactQuery asked, SearchField field)
      throws IOException, QuerySyntaxException {
    return finder.values(field, matches(asked));
  }

  /**
   * How many of those that match lie in each stretch of time, in order; none without any.
   *
   * @param begin gives the beginning of the stretch in which a moment lies
   */
  public <T extends Comparable<? super T>> NavigableMap<T, Long> over(
      FactQuery asked, Function<Instant, T> begin) throws IOException, QuerySyntaxException {
    NavigableMap<T, Long> counts = new TreeMap<>();
    Matches matches = matches(asked);
    for (int i = 0; i < matches.size(); i++) {
      Instant time = Instant.EPOCH.plus(matches.micros(i), ChronoUnit.MICROS);
      counts.merge(begin.apply(time), 1L, Long::sum);
    }
    return counts;
  }

  /** Whether every document that matches is wanted, so that none need be looked at. */
  private boolean plain(FactQuery asked) {
    return asked.hosts().isEmpty() && !mayRepeat;
  }

  /** Those that match, each event once, in order of time. */
  private Matches matches(FactQuery asked) throws IOException, QuerySyntaxException {
    Matches matches = finder.matches(asked);
    if (plain(asked)) {
      return matches;
    }
    Matches inOrder = matches.inOrder();
    Set<Integer> copies = mayRepeat ? copies(inOrder) : Set.of();
    return inOrder.only(
        index -> !copies.contains(inOrder.address(index)) && ofHost(asked, inOrder.address(index)));
  }

  /** The addresses of observations that a better one of the same event stands beside. */
  private Set<Integer> copies(Matches inOrder) throws IOException {
    Set<Integer> copies = new HashSet<>();
    int first = 0;
    for (int next = 1; next <= inOrder.size(); next++) {
      boolean sameTime = next < inOrder.size() && inOrder.micros(next) == inOrder.micros(first);
      if (!sameTime) {
        if (next - first > 1) {
          addCopies(inOrder, first, next, copies);
        }
        first = next;
      }
    }
    return copies;
  }

  /** One event has one stamp, whatever the road. */
  private void addCopies(Matches inOrder, int first, int end, Set<Integer> copies)
      throws IOException {
    Map<String, List<Seen>> byEvent = new HashMap<>();
    for (int i = first; i < end; i++) {
      Fact fact = finder.fact(inOrder.address(i));
      String event = hosts.hostOf(fact).orElse("") + " " + fact.provenance().id().withoutNode();
      byEvent
          .computeIfAbsent(event, none -> new ArrayList<>())
          .add(new Seen(fact, inOrder.address(i)));
    }
    for (List<Seen> roads : byEvent.values()) {
      int best = roads.stream().reduce(Seen::better).orElseThrow().address();
      roads.stream().map(Seen::address).filter(other -> other != best).forEach(copies::add);
    }
  }

  private record Seen(Fact fact, int address) {
    Seen better(Seen other) {
      return SameEvent.better(fact, other.fact).equals(fact) ? this : other;
    }
  }

  private boolean ofHost(FactQuery asked, int address) throws IOException {
    return asked.hosts().isEmpty()
        || hosts.hostOf(finder.fact(address)).filter(asked.hosts()::contains).isPresent();
  }
}
