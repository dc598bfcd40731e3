package io.killtrail.analyzer.story;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.host.HostFacts;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case and how it came about.
 *
 * @param steps in order of time: the evidence of the case, and what happened around it
 */
public record Story(Case told, List<Step> steps) {
  public Story {
    Objects.requireNonNull(told);
    steps = List.copyOf(steps);
  }

  /** The story of a case, out of the facts of its host. */
  public static Story of(Case told, HostFacts facts) {
    List<Step> steps = new ArrayList<>(evidence(told, facts));
    Set<String> known = new HashSet<>();
    steps.forEach(step -> known.add(step.evidence().ref()));
    Stream.of(
            Surroundings.boots(told, facts),
            Surroundings.pidFile(told, facts),
            Surroundings.unit(told, facts))
        .flatMap(List::stream)
        .filter(step -> known.add(step.evidence().ref()))
        .forEach(steps::add);
    steps.sort(
        Comparator.comparing((Step step) -> step.evidence().at())
            .thenComparing(Step::kind)
            .thenComparing(step -> step.evidence().ref()));
    return new Story(told, steps);
  }

  private static List<Step> evidence(Case told, HostFacts facts) {
    Map<String, Step.Kind> kinds = kinds(told, facts);
    return told.evidence().stream()
        // Facts without signals do not hold them: what is not found is one.
        .map(each -> new Step(kinds.getOrDefault(each.ref(), Step.Kind.SIGNAL), each))
        .toList();
  }

  private static Map<String, Step.Kind> kinds(Case told, HostFacts facts) {
    Set<String> asked = new HashSet<>();
    told.evidence().stream().map(Evidence::ref).forEach(asked::add);
    Map<String, Step.Kind> kinds = new HashMap<>();
    for (List<? extends Fact> all :
        List.of(
            facts.exits(),
            facts.units(),
            facts.processes(),
            facts.threads(),
            facts.pidFiles(),
            facts.boots(),
            facts.gaps(),
            facts.serials(),
            facts.settings())) {
      for (Fact fact : all) {
        String ref = fact.provenance().id().text();
        if (asked.contains(ref)) {
          kinds.put(ref, kind(fact));
        }
      }
    }
    return kinds;
  }

  private static Step.Kind kind(Fact fact) {
    return switch (fact) {
      case SignalSent f -> Step.Kind.SIGNAL;
      case ProcessExited f -> Step.Kind.EXIT;
      case UnitChanged f -> Step.Kind.UNIT;
      case ProcessSeen f -> Step.Kind.PROCESS;
      case ThreadSeen f -> Step.Kind.THREAD;
      case PidFileSeen f -> Step.Kind.PID_FILE;
      case BootSeen f -> Step.Kind.BOOT;
      case EvidenceGap f -> Step.Kind.GAP;
      case SerialsSeen f -> Step.Kind.GAP;
      case Configured f -> Step.Kind.SETTING;
    };
  }
}
