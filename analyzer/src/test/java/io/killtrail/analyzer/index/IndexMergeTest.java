package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.IndexCare;
import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexMergeTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Who HELPERD =
      process(456, "helperd", "/usr/sbin/helperd").command("helperd /var/lib/helperd/helperd.pid");

  @TempDir private Path temp;

  /** What holds for the whole story: boot, snapshot and PID file. */
  private static Story snapshots() {
    return new Story("web01")
        .at("00:00:00")
        .boots("b2")
        .at("01:00:00")
        .sees(process(281, "java", "/usr/bin/java").unit("appd.service"))
        .thread(281, 350, "pool-46-worker")
        .pidFile("/var/lib/helperd/helperd.pid", 350, "2026-11-20T01:00:00");
  }

  private static Story log() {
    return new Story("web01")
        .boots("b2")
        .at("02:22:16")
        .runs(HELPERD)
        .kill(HELPERD, 350, 15)
        .reaching(281, "pool-46-worker")
        .at("02:22:17")
        .exited("appd.service", 143);
  }

  private static InputSummary summary(String path, String sha, long length) {
    return summary(path, sha, length, "(dev=1,inode=" + sha.charAt(0) + ")");
  }

  private static InputSummary summary(String path, String sha, long length, String fileKey) {
    Custody custody =
        new Custody(
            new ContentHead("ab".repeat(32), 100),
            new BlockDigests(List.of(sha), length),
            Instant.EPOCH,
            fileKey,
            Optional.empty());
    return new InputSummary(
        path,
        "/logs",
        InputFormat.AUDIT_LOG,
        Optional.of(sha),
        Optional.of(custody),
        length,
        0,
        InputSummary.Outcome.READ,
        Optional.empty());
  }

  private Path index(String name, InputSummary input, Story... stories) throws IOException {
    Path directory = temp.resolve(name);
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      for (Story story : stories) {
        story.facts().forEach(writer::fact);
      }
      writer.finished(input);
    }
    return directory;
  }

  private Path merged(String name, Path... sources) throws IOException {
    Path target = temp.resolve(name);
    IndexCare.merge(List.of(sources), target, CLOCK);
    assertThat(IndexCheck.of(target).problems()).isEmpty();
    return target;
  }

  private static List<Fact> facts(Path directory) throws IOException {
    List<Fact> facts = new ArrayList<>();
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      reader.forEachButSignals(facts::add);
      reader.forEachSignal((address, signal) -> facts.add(signal));
    }
    return facts;
  }

  private static Analysis analysis(Path directory) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return Analyzer.analyze(reader);
    }
  }

  private static List<IndexedInput> inputs(Path directory) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return reader.inputs();
    }
  }

  private static String sha(char digit) {
    return ("" + digit).repeat(64);
  }

  @Test
  void tellsWhatAnIndexOfBothWouldTell() throws IOException {
    Path one = index("a", summary("/logs/a", sha('a'), 10), snapshots());
    Path other = index("b", summary("/logs/b", sha('b'), 20), log());
    Path both = index("both", summary("/logs/a", sha('a'), 10), snapshots());
    try (FactIndexWriter writer = FactIndexWriter.open(both, CLOCK)) {
      log().facts().forEach(writer::fact);
      writer.finished(summary("/logs/b", sha('b'), 20));
    }
    assertThat(analysis(both).cases()).hasSize(1);

    assertThat(analysis(merged("c", one, other))).isEqualTo(analysis(both));
    assertThat(analysis(merged("d", other, one))).isEqualTo(analysis(both));
  }

  @Test
  void hasEachFactOnce() throws IOException {
    Path one = index("a", summary("/logs/a", sha('a'), 10), snapshots(), log());
    Path other = index("b", summary("/logs/b", sha('b'), 20), log(), snapshots());

    Path once = merged("c", one, other);

    assertThat(facts(once)).containsExactlyInAnyOrderElementsOf(facts(one));
    assertThat(facts(merged("d", once, one, once))).containsExactlyInAnyOrderElementsOf(facts(one));
    assertThat(inputs(once)).hasSize(2);
  }

  @Test
  void hasTheSameInputOnceWithAllItsNames() throws IOException {
    Path one = index("a", summary("/logs/a", sha('a'), 10), log());
    Path other = index("b", summary("/copy/a", sha('a'), 10), log());

    assertThat(inputs(merged("c", one, other)))
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.paths()).containsOnlyKeys("/copy/a", "/logs/a");
              assertThat(input.hosts()).containsOnlyKeys("web01");
            });
  }

  @Test
  void hasALogThatGrewOnceAsFarAsItWasRead() throws IOException {
    Path less = index("a", summary("/logs/audit.log", sha('a'), 10, "same"), log());
    Path more = index("b", summary("/logs/audit.log.1", sha('b'), 20, "same"), log());

    assertThat(inputs(merged("c", more, less)))
        .singleElement()
        .satisfies(input -> assertThat(input.digest()).contains(sha('b')))
        .satisfies(
            input -> assertThat(input.names()).contains("/logs/audit.log", "/logs/audit.log.1"));
  }

  @Test
  void whatIsCompleteTakesThePlaceOfWhatMayNotBe() throws IOException {
    Fact fact = log().facts().getLast();
    Path some = temp.resolve("a");
    try (FactIndexWriter writer = FactIndexWriter.open(some, CLOCK)) {
      writer.provisional(fact.provenance().id(), fact);
    }
    Path all = index("b", summary("/logs/b", sha('b'), 20), log());

    Path withdrawn = merged("c", some);
    try (FactIndexWriter writer = FactIndexWriter.open(withdrawn, CLOCK)) {
      writer.withdraw(fact.provenance().id());
    }
    assertThat(facts(withdrawn)).isEmpty();
    Path complete = merged("d", all, some);
    try (FactIndexWriter writer = FactIndexWriter.open(complete, CLOCK)) {
      writer.withdraw(fact.provenance().id());
    }
    assertThat(facts(complete))
        .extracting(kept -> kept.provenance().id())
        .contains(fact.provenance().id());
  }

  @Test
  void rejectedLinesOfTwoFilesAtOnePlaceAreBothKept() throws IOException {
    Rejection one = new Rejection("/var/log/audit/audit.log", 7, "no header", "one");
    Rejection other = new Rejection("/var/log/audit/audit.log", 7, "no header", "other");
    List<Path> sources = new ArrayList<>();
    for (Rejection rejection : List.of(one, other, one)) {
      Path directory = temp.resolve("source-" + sources.size());
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        writer.rejected(rejection);
      }
      sources.add(directory);
    }
    Path target = temp.resolve("c");
    IndexCare.merge(sources, target, CLOCK);

    List<Rejection> kept = new ArrayList<>();
    try (FactIndexReader reader = FactIndexReader.open(target)) {
      reader.forEachRejection(kept::add);
    }
    assertThat(kept).containsExactlyInAnyOrder(one, other);
  }

  @Test
  void readingGoesOnWhereTheMarkSays() throws IOException {
    Path one = index("a", summary("/logs/a", sha('a'), 10), log());
    Path other = index("b", summary("/logs/b", sha('b'), 20), log());

    try (FactIndexReader reader = FactIndexReader.open(merged("c", one, other))) {
      List<InputMark> marks = new ArrayList<>();
      reader.forEachMark((input, mark) -> marks.add(mark));
      assertThat(marks).extracting(InputMark::offset).containsExactlyInAnyOrder(10L, 20L);
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path one = index("a", summary("/logs/a", sha('a'), 10), log());

    assertThatThrownBy(() -> IndexCare.merge(List.of(one), one, CLOCK))
        .hasMessageContaining("there is an index in " + one + " already");
    assertThatThrownBy(
            () -> IndexCare.merge(List.of(temp.resolve("none")), temp.resolve("c"), CLOCK))
        .hasMessageContaining("there is no index at");
    assertThat(temp.resolve("c")).doesNotExist();
  }
}
