package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who stood behind the service manager: the last command before its act that names unit and verb.
 */
final class Requesters {
  private static final Duration REACH = Duration.ofSeconds(20);

  private static final Set<String> STOPS =
      Set.of("stop", "restart", "try-restart", "reload-or-restart", "isolate", "force-reload");

  private Requesters() {}

  static Optional<Party> find(Situation situation, String verb) {
    return request(situation, verb)
        .map(seen -> Parties.requester(seen, situation.history(), Confidence.LIKELY));
  }

  static Optional<Evidence> evidence(Situation situation, String verb) {
    return request(situation, verb).map(Telling::request);
  }

  private static Optional<ProcessSeen> request(Situation situation, String verb) {
    Optional<String> unit = situation.run().map(UnitRun::unit);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    Set<String> verbs = verb.equals("stop") ? STOPS : Set.of(verb);
    Instant asked =
        situation
            .run()
            .flatMap(UnitRun::stopping)
            .map(line -> line.provenance().time())
            .orElse(situation.time());
    return situation.history().requestsBefore(asked, REACH).stream()
        .filter(
            seen -> seen.process().command().filter(c -> asks(c, verbs, unit.get())).isPresent())
        .findFirst();
  }

  /**
   * Such as {@code systemctl stop appd} or {@code service appd stop}, also inside {@code sh -c}.
   */
  private static boolean asks(String command, Set<String> verbs, String unit) {
    List<String> words = List.of(command.split("[\\s;&|'\"]+"));
    String base = unit.endsWith(".service") ? unit.substring(0, unit.length() - 8) : unit;
    boolean tool =
        words.stream()
            .anyMatch(word -> Set.of("systemctl", "service").contains(Senders.base(word)));
    return tool
        && words.stream().anyMatch(verbs::contains)
        && words.stream().anyMatch(word -> word.equals(unit) || word.equals(base));
  }
}
