package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Gap.Kind;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** All that is not covered by the evidence of one host. */
public final class Uncovered {
  /** So much before a death that no signal explains, one may have been sent. */
  public static final Duration BEFORE_EXIT = Duration.ofSeconds(3);

  /** So much before a signal that explains a death, another may have been sent. */
  public static final Duration BEFORE_SIGNAL = Duration.ofSeconds(1);

  /** Stamps of one death differ by so much. */
  public static final Duration AFTER = Duration.ofSeconds(1);

  private final List<Gap> gaps = new ArrayList<>();
  private final Set<String> extracts = new TreeSet<>();
  private final Watching watching;
  private final HostHistory history;
  private final Map<Integer, Instant> firstSeen = new TreeMap<>();
  private final Map<Integer, Instant> lastSeen = new TreeMap<>();

  public Uncovered(HostEvidence evidence, HostHistory history) {
    HostFacts facts = evidence.withoutSignals();
    this.history = history;
    long[] signals =
        LongStream.concat(
                Arrays.stream(evidence.logMicros()), Arrays.stream(evidence.otherMicros()))
            .sorted()
            .toArray();
    this.watching =
        new Watching(
            facts,
            evidence.calls(),
            signals.length == 0 ? Instant.MAX : time(signals[0]),
            signals.length == 0 ? Instant.MIN : time(signals[signals.length - 1]));
    see(facts);
    Map<Integer, Serials> serials = Serials.byBoot(facts.serials(), history);
    losses(facts.gaps(), serials);
    gaps.addAll(Daemon.gaps(facts.boots(), history, serials, lastSeen));
    gaps.addAll(
        Switches.gaps(
            facts.settings(), history, new Heard(facts, signals), evidence.calls(), lastSeen));
    if (signals.length > 0 || !facts.signals().isEmpty()) {
      bootsWithout(boots(signals, facts), serials, facts, evidence);
    }
    serials.values().forEach(ofBoot -> extracts.addAll(ofBoot.extracts()));
    gaps.sort(Comparator.comparing(Gap::from).thenComparing(Gap::to).thenComparing(Gap::problem));
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private void see(HostFacts facts) {
    facts.units().forEach(this::see);
    facts.exits().forEach(this::see);
    for (ProcessSeen seen : facts.processes()) {
      if (seen.provenance().form() != SourceForm.SNAPSHOT) {
        see(seen);
      }
    }
  }

  private void see(Fact fact) {
    Instant time = fact.provenance().time();
    int boot = history.bootAt(time).number();
    firstSeen.merge(boot, time, (a, b) -> a.isBefore(b) ? a : b);
    lastSeen.merge(boot, time, (a, b) -> a.isAfter(b) ? a : b);
  }

  private void losses(List<EvidenceGap> confessed, Map<Integer, Serials> serials) {
    Map<Integer, List<EvidenceGap>> boots = new TreeMap<>();
    serials.keySet().forEach(boot -> boots.put(boot, new ArrayList<>()));
    for (EvidenceGap gap : confessed) {
      int boot = history.bootAt(gap.provenance().time()).number();
      boots.computeIfAbsent(boot, none -> new ArrayList<>()).add(gap);
    }
    boots.forEach(
        (boot, ofBoot) -> gaps.addAll(Losses.of(Optional.ofNullable(serials.get(boot)), ofBoot)));
  }

  private Set<Integer> boots(long[] signals, HostFacts facts) {
    Set<Integer> boots = new HashSet<>();
    for (long micros : signals) {
      boots.add(history.bootAt(time(micros)).number());
    }
    facts.signals().forEach(fact -> boots.add(history.bootAt(fact.provenance().time()).number()));
    return boots;
  }

  /** Boots of which something is known, but no signal, while others have some. */
  private void bootsWithout(
      Set<Integer> heard, Map<Integer, Serials> serials, HostFacts facts, HostEvidence evidence) {
    Set<Integer> watched = new HashSet<>(heard);
    for (Configured set : facts.settings()) {
      if (set.item() instanceof RuleChanged rule
          && rule.added()
          && rule.key().filter(evidence.calls()::hasKey).isPresent()) {
        watched.add(history.bootAt(set.provenance().time()).number());
      }
    }
    for (Boot boot : history.boots()) {
      Optional<Instant> last = Optional.ofNullable(lastSeen.get(boot.number()));
      if (last.isPresent() && !watched.contains(boot.number())) {
        boolean audit = serials.containsKey(boot.number());
        gaps.add(
            new Gap(
                audit ? Kind.UNWATCHED : Kind.NO_AUDIT,
                firstSeen.get(boot.number()),
                last.get(),
                audit
                    ? "no signal call among the audit records of this boot"
                    : "no audit records of this boot",
                "who sent a signal in this boot"));
      }
    }
  }

  /** All gaps in order of time, the minor ones too. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** Inputs that are extracts, for people: what their filter left out is not known. */
  public Set<String> extracts() {
    return extracts;
  }

  /** What the rules leave out, for people. */
  public List<String> unwatched() {
    return watching.remarks();
  }

  /** What the rules leave out of the calls that any sender may have used. */
  public Optional<String> unwatchedAlways() {
    return watching.unwatched();
  }

  /** The gap in which a signal of that time may have got lost. */
  public Optional<Gap> hidingSignals(Instant from, Instant to) {
    return gaps.stream()
        .filter(Gap::hidesSignals)
        .filter(gap -> gap.overlaps(from, to))
        .findFirst();
  }

  /** The gap in which lines of the service manager may have got lost. */
  public Optional<Gap> hidingLines(Instant from, Instant to) {
    return gaps.stream()
        .filter(gap -> gap.kind() == Kind.JOURNAL)
        .filter(gap -> gap.overlaps(from, to))
        .findFirst();
  }
}
