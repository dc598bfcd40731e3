package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same boot in the many forms in which it may have been saved. */
class FormsTest {
  @BeforeAll
  static void capturesAreThere() {
    assumeTrue(Files.isDirectory(Captures.root()), "no captures");
  }

  private static Predicate<Fact> from(String... names) {
    return fact ->
        fact.provenance().raw().stream()
            .map(RawRecord::input)
            .map(path -> Path.of(path).getFileName().toString())
            .anyMatch(file -> Stream.of(names).anyMatch(name -> isForm(file, name)));
  }

  /** {@code journal.short} is not {@code journal.short-iso-precise}. */
  private static boolean isForm(String file, String name) {
    return file.equals(name) || file.startsWith(name + ".");
  }

  private static List<Fact> only(List<Fact> facts, String... names) {
    return facts.stream().filter(from(names)).toList();
  }

  private static HostFindings findings(Path boot, List<Fact> facts) {
    Optional<String> host = Optional.of(boot.getParent().getFileName().toString());
    return Correlator.correlate(HostEvidence.of(host, facts));
  }

  /** What any form of an audit record tells of a signal, to the second. */
  private static Set<String> signals(List<Fact> facts) {
    Set<String> signals = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof SignalSent sent && sent.call().isPresent()) {
        signals.add(
            sent.provenance().time().getEpochSecond()
                + " "
                + sent.sender().pid()
                + sent.sender().comm()
                + sent.addressed()
                + sent.signal()
                + sent.targets().stream().map(target -> target.opid()).sorted().toList());
      }
    }
    return signals;
  }

  @TestFactory
  Stream<DynamicTest> journalExportTellsWhatJsonTells() throws IOException {
    return forEachBoot(
        (boot, facts) -> {
          assertThat(signals(only(facts, "journal.export")))
              .isEqualTo(signals(only(facts, "journal.json")));
        });
  }

  @TestFactory
  Stream<DynamicTest> whatTheKernelPrintedIsWhatAnotherFormTells() throws IOException {
    return forEachBoot(
        (boot, facts) -> {
          Set<String> printed = signals(only(facts, "dmesg.txt"));
          assertThat(signals(only(facts, "audit.log", "journal.json"))).containsAll(printed);
        });
  }

  @TestFactory
  Stream<DynamicTest> allFormsTogetherAddNothingTwice() throws IOException {
    return forEachBoot(
        (boot, facts) -> {
          Predicate<Fact> texts =
              from("journal.short", "journal.short-iso-precise", "journal.short-monotonic");
          List<Fact> best =
              facts.stream()
                  .filter(texts.or(from("journal.export", "dmesg.txt", "console.txt")).negate())
                  .toList();
          HostFindings all = findings(boot, facts);
          HostFindings alone = findings(boot, best);
          assertThat(all.cases()).extracting(Case::id).doesNotHaveDuplicates();
          assertThat(all.cases())
              .filteredOn(told -> told.cause() != Cause.SHUTDOWN) // the console's last words
              .hasSameSizeAs(
                  alone.cases().stream().filter(told -> told.cause() != Cause.SHUTDOWN).toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> twoTextFormsOfOneJournalAddNothingTwice() throws IOException {
    return forEachBoot(
        (boot, facts) -> {
          List<Case> both =
              findings(boot, only(facts, "journal.short", "journal.short-iso-precise")).cases();
          List<Case> one = findings(boot, only(facts, "journal.short-iso-precise")).cases();
          assertThat(both).hasSameSizeAs(one);
        });
  }

  @Test
  void aBootWithoutAuditdStillHasItsCases() throws IOException {
    Path boot = Captures.root().resolve("web01/boot4");
    assumeTrue(Files.isDirectory(boot), "no boot without auditd");
    List<Fact> facts = Captures.facts(boot);

    assertThat(findings(boot, only(facts, "journal.json")).cases())
        .extracting(Case::cause)
        .contains(Cause.UNIT_STOP, Cause.USER, Cause.KERNEL, Cause.STOP_TIMEOUT);
    assertThat(findings(boot, only(facts, "dmesg.txt")).cases())
        .extracting(Case::cause)
        .contains(Cause.USER);
  }

  private interface Check {
    void of(Path boot, List<Fact> facts) throws IOException;
  }

  private static Stream<DynamicTest> forEachBoot(Check check) throws IOException {
    return Captures.boots().stream()
        .map(boot -> dynamicTest(boot.toString(), () -> check.of(boot, Captures.facts(boot))));
  }
}
