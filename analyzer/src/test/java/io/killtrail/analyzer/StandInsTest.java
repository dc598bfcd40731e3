package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.analyzer.Captures.Truth;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captured boots made over into what another system would have left of the same events. */
class StandInsTest {
  private static final Pattern STAMP = Pattern.compile("audit\\((\\d+)\\.\\d+:\\d+\\)");

  /** What must be told alike; how sure that is may differ. */
  private record Told(Cause cause, Optional<String> unit, List<Integer> victims, Set<Flag> flags) {
    static Told of(Case told) {
      return new Told(
          told.cause(),
          told.victim().unit(),
          told.victims().stream().map(victim -> victim.pid().orElse(-1)).toList(),
          Set.copyOf(told.flags()));
    }
  }

  /** The cases with a signal among those that the truth knows, in order of time. */
  private static List<Told> told(Path boot, List<Fact> facts) {
    List<Case> cases = Captures.correlate(boot, facts);
    return Captures.truths(boot).stream()
        .flatMap(truth -> truth.in(cases).stream())
        .filter(told -> told.signal().isPresent() && told.cause() != Cause.SHUTDOWN)
        .distinct()
        .sorted(Comparator.comparing(Case::time).thenComparing(Case::id))
        .map(Told::of)
        .toList();
  }

  private static Path boot(String name) {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot), "no captures");
    return boot;
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot2", "web01/boot3", "web01/boot6"})
  void aManagerThatSignalsByDescriptorIsToldAlikeWhateverNumbersItsDescriptorsHave(String name) {
    Path boot = boot(name);
    List<Fact> facts = Captures.facts(boot);
    List<Integer> held =
        facts.stream()
            .filter(PidFileSeen.class::isInstance)
            .map(PidFileSeen.class::cast)
            .flatMap(file -> file.number().stream().boxed())
            .distinct()
            .sorted()
            .toList();

    List<Fact> byDescriptor = facts.stream().map(fact -> byDescriptor(fact, held)).toList();

    assertThat(byDescriptor).isNotEqualTo(facts);
    assertThat(told(boot, byDescriptor)).containsExactlyElementsOf(told(boot, facts));
  }

  private static Fact byDescriptor(Fact fact, List<Integer> numbers) {
    return fact instanceof SignalSent sent
            && sent.byManager()
            && sent.addressed() instanceof Addressed.Task
            && sent.targets().size() == 1
        ? new SignalSent(
            sent.provenance(),
            Optional.of(SignalCall.PIDFD_SEND_SIGNAL),
            sent.arch(),
            new Addressed.Pidfd(numbers.get(sent.targets().getFirst().opid() % numbers.size())),
            sent.signal(),
            sent.errno(),
            sent.sender(),
            sent.targets(),
            sent.key())
        : fact;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web01/boot1",
        "web01/boot2",
        "web01/boot3",
        "web01/boot5",
        "web01/boot6",
        "edge03/boot1",
        "edge03/boot2",
        "edge03/boot3"
      })
  void aJournalInTextBesideAuditsLogTellsWhatOneInJsonTells(String name) {
    Path boot = boot(name);
    List<Fact> facts = Captures.facts(boot);

    assertThat(told(boot, without(facts, "journal.json", "journal.export")))
        .containsExactlyElementsOf(told(boot, without(facts, "journal.short", "journal.export")));
  }

  private static List<Fact> without(List<Fact> facts, String... names) {
    return facts.stream()
        .filter(
            fact ->
                fact.provenance().raw().stream()
                    .map(raw -> Path.of(raw.input()).getFileName().toString())
                    .noneMatch(file -> Stream.of(names).anyMatch(file::startsWith)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot1", "web01/boot6", "edge03/boot1", "edge03/boot2"})
  void whereEachSecondHalfMinuteIsLostNobodyIsSaidToHaveLeftByThemselves(
      String name, @TempDir Path scratch) throws IOException {
    Path boot = boot(name);
    try (Stream<Path> logs = Files.list(boot.resolve("audit"))) {
      for (Path log : logs.toList()) {
        Files.write(scratch.resolve("audit.log"), kept(log));
      }
    }
    List<Fact> facts =
        new ArrayList<>(
            without(Captures.facts(boot), "audit.log", "journal.short", "dmesg", "console"));
    facts.removeIf(fact -> fact.provenance().id().text().startsWith("audit:"));
    facts.removeIf(fact -> fact instanceof SerialsSeen);
    facts.addAll(Captures.facts(scratch));

    List<Case> cases = Captures.correlate(boot, facts);

    for (Truth truth : Captures.truths(boot)) {
      if (truth.cause() != Cause.OWN_EXIT) {
        assertThat(truth.in(cases))
            .as(truth.toString())
            .filteredOn(told -> told.exit().status().equals(OptionalInt.of(143)))
            .extracting(Case::cause)
            .doesNotContain(Cause.OWN_EXIT);
      }
    }
    assertThat(cases).extracting(Case::cause).contains(Cause.UNKNOWN);
  }

  private static List<String> kept(Path log) {
    try (var bytes = Files.newInputStream(log);
        var text = log.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      return lines.lines().filter(StandInsTest::isKept).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isKept(String line) {
    Matcher stamp = STAMP.matcher(line);
    return !stamp.find() || Long.parseLong(stamp.group(1)) / 30 % 2 == 0;
  }
}
