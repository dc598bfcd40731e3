package io.killtrail.analyzer.index;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which facts are asked for. Conditions of different kinds must all hold; of several values of one
 * kind, one must. An empty set asks for nothing.
 *
 * @param lucene a query in Lucene syntax over the fields of {@link SearchField}; blank for all
 * @param since facts at this time or later
 * @param until facts before this time
 * @param hosts names of hosts
 * @param signals numbers of signals
 * @param senders each a process id, a command name or the path of an executable
 * @param victims each a process id or a command name; also the number as it was passed to the call
 * @param units with or without {@code .service}
 * @param login whether only what came out of a login session: it has a login uid and a session
 */
public record FactQuery(
    String lucene,
    Optional<Instant> since,
    Optional<Instant> until,
    Set<String> hosts,
    Set<Integer> signals,
    Set<String> senders,
    Set<String> victims,
    Set<String> units,
    boolean login) {
  public FactQuery {
    Objects.requireNonNull(lucene);
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
    hosts = Set.copyOf(hosts);
    signals = Set.copyOf(signals);
    senders = Set.copyOf(senders);
    victims = Set.copyOf(victims);
    units = Set.copyOf(units);
  }

  /** What matches this query in Lucene syntax. */
  public static FactQuery of(String lucene) {
    return new FactQuery(
        lucene,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }
}
