package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.Victim;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of an analysis a report tells. Conditions of different kinds must all hold; of several
 * values of one kind, one must. An empty set asks for nothing.
 *
 * @param since cases at this time or later
 * @param until cases before this time
 * @param hosts names of hosts; evidence without a host passes only when this is empty
 * @param units units of a victim, with or without {@code .service}
 * @param series what earlier reports told, if this is one of a series
 */
public record ReportFilter(
    Optional<Instant> since,
    Optional<Instant> until,
    Set<String> hosts,
    Set<String> units,
    Set<Cause> causes,
    Set<Flag> flags,
    Optional<Series> series) {
  /** Lets everything pass. */
  public static final ReportFilter ALL = of(Optional.empty(), Optional.empty(), Set.of());

  private static final String SERVICE = ".service";

  public ReportFilter {
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
    hosts = sorted(hosts);
    units = sorted(units.stream().map(ReportFilter::bare).collect(Collectors.toSet()));
    causes = sorted(causes);
    flags = sorted(flags);
    Objects.requireNonNull(series);
  }

  /** The same, as one of a series, from some time on. */
  public ReportFilter in(Series which, Optional<Instant> from) {
    return new ReportFilter(from, until, hosts, units, causes, flags, Optional.of(which));
  }

  /** All of these hosts in this time. */
  public static ReportFilter of(
      Optional<Instant> since, Optional<Instant> until, Set<String> hosts) {
    return new ReportFilter(since, until, hosts, Set.of(), Set.of(), Set.of(), Optional.empty());
  }

  /**
   * What is left of an analysis. The counts of signals and the inputs are those of all evidence:
   * they say what the report rests on. What the evidence does not cover is left out only where it
   * lies outside of the hosts and the time.
   */
  public Analysis apply(Analysis whole) {
    Period period = Period.of(whole).within(since, until);
    return new Analysis(
        period.from(),
        period.to(),
        whole.hosts().stream().filter(host -> host(Optional.of(host))).toList(),
        whole.signals(),
        whole.cases().stream().filter(this::told).toList(),
        groups(whole),
        whole.restartLoops().stream().filter(this::told).toList(),
        whole.nearMisses().stream().filter(this::told).toList(),
        whole.coverage().stream().filter(this::told).toList(),
        whole.inputs(),
        whole.expectations(),
        whole.timelines().stream()
            .filter(timeline -> host(timeline.host()))
            .map(timeline -> timeline.within(since, until))
            .toList());
  }

  private boolean told(Case each) {
    return host(each.host())
        && told(each.time(), each.time(), told -> told.isNew(each))
        && (units.isEmpty()
            || Stream.concat(Stream.of(each.victim()), each.victims().stream())
                .map(Victim::unit)
                .anyMatch(this::unit))
        && (causes.isEmpty() || causes.contains(each.cause()))
        && (flags.isEmpty() || !Collections.disjoint(flags, each.flags()));
  }

  /** Groups name neither host nor unit: they are told where they can hold nothing else. */
  private List<PresumedGroup> groups(Analysis whole) {
    boolean every = units.isEmpty() && causes.isEmpty() && flags.isEmpty();
    if (!every || !whole.hosts().stream().allMatch(host -> host(Optional.of(host)))) {
      return List.of();
    }
    return whole.presumedGroups().stream()
        .filter(group -> told(group.first(), group.last(), told -> told.isNew(group)))
        .toList();
  }

  private boolean told(RestartLoop loop) {
    return causes.isEmpty()
        && flags.isEmpty()
        && host(loop.host())
        && unit(Optional.of(loop.unit()))
        && told(loop.first(), loop.last(), told -> told.isNew(loop));
  }

  /** A near miss hit nobody's unit: the unit asked for is that of the daemon with the PID file. */
  private boolean told(NearMiss miss) {
    return (causes.isEmpty() || causes.contains(Cause.STALE_PID_FILE))
        && (flags.isEmpty() || flags.contains(Flag.STALE_PID_FILE_COLLISION))
        && host(miss.host())
        && unit(miss.sender().unit())
        && told(miss.time(), miss.time(), told -> told.isNew(miss));
  }

  private boolean told(CoverageProblem problem) {
    return (problem.host().isEmpty() || host(problem.host()))
        && overlaps(problem.from(), problem.to());
  }

  private boolean host(Optional<String> host) {
    return hosts.isEmpty() || host.filter(hosts::contains).isPresent();
  }

  private boolean unit(Optional<String> unit) {
    return units.isEmpty() || unit.filter(name -> units.contains(bare(name))).isPresent();
  }

  /** Whether it lies in the time, or comes late; and is not over because it was told. */
  private boolean told(Instant first, Instant last, Predicate<Told> isNew) {
    boolean fresh = series.map(Series::told).filter(isNew).isPresent();
    boolean late = fresh && series.filter(Series::late).isPresent();
    boolean over = !fresh && series.filter(Series::newOnly).isPresent();
    return !over && overlaps(Optional.of(first), late ? Optional.empty() : Optional.of(last));
  }

  /** An unknown end lies anywhere. */
  private boolean overlaps(Optional<Instant> from, Optional<Instant> to) {
    boolean over = since.isPresent() && to.isPresent() && to.get().isBefore(since.get());
    boolean toCome = until.isPresent() && from.isPresent() && !from.get().isBefore(until.get());
    return !over && !toCome;
  }

  private static String bare(String unit) {
    return unit.endsWith(SERVICE) ? unit.substring(0, unit.length() - SERVICE.length()) : unit;
  }

  private static <T extends Comparable<T>> Set<T> sorted(Set<T> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
