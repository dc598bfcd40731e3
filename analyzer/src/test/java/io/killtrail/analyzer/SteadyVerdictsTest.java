package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is told of a real boot does not hang on the order of reading, nor on what has no part in it.
 */
class SteadyVerdictsTest {
  private static final int ORDERS = 50;
  private static final double REMOVED = 0.1;

  /** What must stay; evidence and alternatives may name less. */
  private record Told(String id, Cause cause, List<Integer> victims, Optional<Integer> sender) {
    static Told of(Case told) {
      return new Told(
          told.id(),
          told.cause(),
          told.victims().stream().map(victim -> victim.pid().orElse(-1)).toList(),
          told.sender().map(sender -> sender.pid().orElse(-1)));
    }
  }

  private static List<Told> told(Path boot, List<Fact> facts) {
    return Captures.correlate(boot, facts).stream().map(Told::of).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot2", "web01/boot6", "edge03/boot2"})
  void fiftyOrdersWithATenthOfWhatIsUnrelatedRemovedGiveTheSameCases(String name)
      throws IOException {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot), "no captures");
    List<Fact> facts = Captures.facts(boot);
    List<Case> cases = Captures.correlate(boot, facts);
    Involved involved = Involved.in(cases, facts);
    List<Told> expected = cases.stream().map(Told::of).toList();
    long seed = new Random().nextLong();
    Random random = new Random(seed);

    for (int order = 0; order < ORDERS; order++) {
      List<Fact> left = new ArrayList<>();
      Map<String, Boolean> removed = new HashMap<>();
      for (Fact fact : facts) {
        boolean gone =
            unit(fact)
                .map(unit -> removed.computeIfAbsent(unit, one -> random.nextDouble() < REMOVED))
                .orElseGet(() -> random.nextDouble() < REMOVED);
        if (!gone || !involved.isUnrelated(fact)) {
          left.add(fact);
        }
      }
      Collections.shuffle(left, random);
      assertThat(told(boot, left))
          .as("seed %d, order %d", seed, order)
          .containsExactlyElementsOf(expected);
    }
  }

  /** A unit's lines go together: that it ended, without that it began, is another story. */
  private static Optional<String> unit(Fact fact) {
    return fact instanceof UnitChanged change ? change.unit() : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot1", "web01/boot3", "web01/boot6"})
  void auditRecordsGiveTheSameCasesOutOfAuditdsLogAndOutOfTheJournal(String name)
      throws IOException {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot), "no captures");
    List<Fact> facts =
        Captures.facts(boot).stream().filter(fact -> !isFrom("journal.short", fact)).toList();

    List<Fact> byLog =
        facts.stream().filter(fact -> isFrom("audit.log", fact) || !isAudit(fact)).toList();
    List<Fact> byJournal = facts.stream().filter(fact -> !isFrom("audit.log", fact)).toList();

    assertThat(signalled(boot, byJournal)).containsExactlyElementsOf(signalled(boot, byLog));
  }

  /** Cases with a deciding signal; the journal goes on when auditd has ended. */
  private static List<Told> signalled(Path boot, List<Fact> facts) {
    return Captures.correlate(boot, facts).stream()
        .filter(told -> told.sender().isPresent() && told.cause() != Cause.SHUTDOWN)
        .map(Told::of)
        .toList();
  }

  private static boolean isAudit(Fact fact) {
    return fact.provenance().serial().isPresent();
  }

  private static boolean isFrom(String file, Fact fact) {
    return fact.provenance().raw().stream()
        .anyMatch(raw -> Path.of(raw.input()).getFileName().toString().startsWith(file));
  }

  /** Who and what takes part in some case. */
  private record Involved(Set<Integer> pids, Set<String> units) {
    static Involved in(List<Case> cases, List<Fact> facts) {
      Set<Integer> pids = new HashSet<>();
      Set<String> units = new HashSet<>();
      for (Case told : cases) {
        told.victims().forEach(victim -> add(victim, pids, units));
        Stream.of(told.sender(), told.origin(), told.requester())
            .flatMap(Optional::stream)
            .forEach(
                party -> {
                  party.pid().ifPresent(pids::add);
                  party.ppid().ifPresent(pids::add);
                  party.unit().ifPresent(units::add);
                  party.chain().forEach(link -> pids.add(pidOf(link)));
                });
        told.target().ifPresent(target -> target.number().ifPresent(pids::add));
      }
      facts.forEach(fact -> addSignalled(fact, pids));
      facts.forEach(fact -> addUnits(fact, pids, units));
      return new Involved(pids, units);
    }

    /** Whether it died of a signal, and if not, why not, hangs on what is known of it. */
    private static void addSignalled(Fact fact, Set<Integer> pids) {
      if (fact instanceof SignalSent sent && !sent.signal().equals(OptionalInt.of(0))) {
        sent.sender().pid().ifPresent(pids::add);
        sent.targets().forEach(target -> pids.add(target.opid()));
        if (sent.addressed() instanceof Addressed.Task task) {
          pids.add(task.number());
        }
      }
    }

    private static void addUnits(Fact fact, Set<Integer> pids, Set<String> units) {
      if (fact instanceof ProcessSeen seen && pids.contains(seen.process().pid().orElse(-1))) {
        seen.unit().ifPresent(units::add);
      }
    }

    private static void add(Victim victim, Set<Integer> pids, Set<String> units) {
      victim.pid().ifPresent(pids::add);
      victim.unit().ifPresent(units::add);
    }

    /** {@code sshd[412]}. */
    private static int pidOf(String link) {
      String digits = link.substring(link.lastIndexOf('[') + 1).replaceAll("\\D", "");
      return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    /** Processes and units of which no case tells, and probes among those. */
    boolean isUnrelated(Fact fact) {
      return switch (fact) {
        case ProcessSeen seen -> isFree(seen.process().pid()) && isFree(seen.process().ppid());
        case ThreadSeen seen -> !pids.contains(seen.tid()) && !pids.contains(seen.tgid());
        case UnitChanged change -> change.unit().filter(unit -> !units.contains(unit)).isPresent();
        case SignalSent sent ->
            sent.signal().equals(OptionalInt.of(0))
                && isFree(sent.sender().pid())
                && sent.targets().stream().noneMatch(target -> pids.contains(target.opid()));
        case Fact other -> false;
      };
    }

    private boolean isFree(OptionalInt pid) {
      return pid.isEmpty() || !pids.contains(pid.getAsInt());
    }
  }
}
