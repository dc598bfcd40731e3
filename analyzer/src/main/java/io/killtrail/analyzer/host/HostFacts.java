package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one host, each kind in the total order: time, form, serial, place in the input, id.
 *
 * @param host empty when no evidence names it
 * @param clockNotes what was learnt or assumed about stamps without year and zone
 */
public record HostFacts(
    Optional<String> host,
    List<SignalSent> signals,
    List<ProcessExited> exits,
    List<UnitChanged> units,
    List<ProcessSeen> processes,
    List<ThreadSeen> threads,
    List<PidFileSeen> pidFiles,
    List<BootSeen> boots,
    List<EvidenceGap> gaps,
    List<SerialsSeen> serials,
    List<Configured> settings,
    List<String> clockNotes) {

  /** The order in which facts are told; no rule may need cause before effect. */
  public static final Comparator<Fact> TOTAL_ORDER =
      Comparator.comparing((Fact fact) -> fact.provenance().time())
          .thenComparing(fact -> fact.provenance().form())
          .thenComparingLong(fact -> fact.provenance().serial().orElse(0L))
          .thenComparingLong(HostFacts::offset)
          .thenComparing(fact -> fact.provenance().id());

  private static long offset(Fact fact) {
    // Lines of one second keep the order of the file; other forms have finer stamps or serials.
    return fact.provenance().form().dated() || fact.provenance().raw().isEmpty()
        ? 0
        : fact.provenance().raw().getFirst().offset();
  }

  /** The facts of one host, in whatever order they come: merged and sorted. */
  static HostFacts of(Optional<String> host, Iterable<Fact> counting, List<String> clockNotes) {
    Kinds kinds = new Kinds();
    counting.forEach(kinds::add);
    kinds.sort();
    return new HostFacts(
        host,
        kinds.signals,
        kinds.exits,
        kinds.units,
        kinds.processes,
        kinds.threads,
        kinds.pidFiles,
        kinds.boots,
        kinds.gaps,
        kinds.serials,
        kinds.settings,
        clockNotes);
  }

  /** The same facts with these signals besides. */
  HostFacts with(Collection<SignalSent> more) {
    List<SignalSent> all = new ArrayList<>(signals);
    all.addAll(more);
    Retold.dropFrom(all);
    all.sort(TOTAL_ORDER);
    return new HostFacts(
        host,
        all,
        exits,
        units,
        processes,
        threads,
        pidFiles,
        boots,
        gaps,
        serials,
        settings,
        clockNotes);
  }

  /** All of them, kind by kind. */
  public List<Fact> all() {
    List<Fact> all = new ArrayList<>(signals);
    List.of(exits, units, processes, threads, pidFiles, boots, gaps, serials, settings)
        .forEach(all::addAll);
    return all;
  }

  private static final class Kinds {
    private final List<SignalSent> signals = new ArrayList<>();
    private final List<ProcessExited> exits = new ArrayList<>();
    private final List<UnitChanged> units = new ArrayList<>();
    private final List<ProcessSeen> processes = new ArrayList<>();
    private final List<ThreadSeen> threads = new ArrayList<>();
    private final List<PidFileSeen> pidFiles = new ArrayList<>();
    private final List<BootSeen> boots = new ArrayList<>();
    private final List<EvidenceGap> gaps = new ArrayList<>();
    private final List<SerialsSeen> serials = new ArrayList<>();
    private final List<Configured> settings = new ArrayList<>();

    void add(Fact fact) {
      switch (fact) {
        case SignalSent signal -> signals.add(signal);
        case ProcessExited exit -> exits.add(exit);
        case UnitChanged change -> units.add(change);
        case ProcessSeen seen -> processes.add(seen);
        case ThreadSeen seen -> threads.add(seen);
        case PidFileSeen seen -> pidFiles.add(seen);
        case BootSeen seen -> boots.add(seen);
        case EvidenceGap gap -> gaps.add(gap);
        case SerialsSeen seen -> serials.add(seen);
        case Configured set -> settings.add(set);
      }
    }

    void sort() {
      for (List<? extends Fact> kind :
          List.of(
              signals, exits, units, processes, threads, pidFiles, boots, gaps, serials,
              settings)) {
        kind.sort(TOTAL_ORDER);
      }
    }
  }
}
