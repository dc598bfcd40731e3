package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.IndexCare;
import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPruningTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Instant OLDEST = Instant.parse("2026-08-23T00:00:00Z");
  private static final Who HELPERD =
      process(456, "helperd", "/usr/sbin/helperd").command("helperd /var/lib/helperd/helperd.pid");

  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void nameTheIndex() {
    directory = temp.resolve("index");
  }

  private void write(Story story) throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      story.facts().forEach(writer::fact);
    }
  }

  private IndexPruning.Result prune() throws IOException {
    return IndexCare.prune(directory, OLDEST, CLOCK);
  }

  private List<Fact> facts() throws IOException {
    List<Fact> facts = new ArrayList<>();
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      reader.forEachButSignals(facts::add);
      reader.forEachSignal((address, signal) -> facts.add(signal));
    }
    return facts;
  }

  private List<Case> cases() throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return Analyzer.analyze(reader).cases();
    }
  }

  private <T extends Fact> List<T> facts(Class<T> kind) throws IOException {
    return facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void oldSignalsAndEndsGoAndNewOnesStay() throws IOException {
    write(
        new Story("web01")
            .at("2026-05-01T02:00:00")
            .kill(HELPERD, 350, 15)
            .exited("appd.service", 143)
            .at("2026-11-21T02:00:00")
            .kill(HELPERD, 351, 15));

    assertThat(prune()).isEqualTo(new IndexPruning.Result(3, 0));
    assertThat(facts()).singleElement().isInstanceOf(SignalSent.class);
    assertThat(IndexCheck.of(directory).problems()).isEmpty();
  }

  @Test
  void whatHappenedJustBeforeTheEdgeStays() throws IOException {
    write(new Story("web01").at("2026-08-22T12:00:00").kill(HELPERD, 350, 15));

    assertThat(prune()).isEqualTo(new IndexPruning.Result(0, 0));
    assertThat(facts()).hasSize(1);
  }

  @Test
  void theNewestSightingOfEachProcessThreadAndFileStays() throws IOException {
    write(
        new Story("web01")
            .at("2026-05-01T02:00:00")
            .sees(process(700, "old", "/old"))
            .runs(process(701, "sh", "/bin/sh"))
            .thread(281, 390, "early")
            .pidFile("/run/a.pid", 5)
            .at("2026-05-02T02:00:00")
            .sees(process(700, "new", "/new"))
            .thread(281, 390, "late")
            .pidFile("/run/a.pid", 6));

    prune();

    assertThat(facts(ProcessSeen.class))
        .extracting(seen -> seen.process().comm().orElse(""))
        .containsExactlyInAnyOrder("new", "sh");
    assertThat(facts(ThreadSeen.class))
        .extracting(seen -> seen.comm().orElse(""))
        .containsExactly("late");
    assertThat(facts(PidFileSeen.class))
        .extracting(seen -> seen.number().orElse(0))
        .containsExactly(6);
  }

  @Test
  void theSamePidOfAnotherHostIsAnotherProcess() throws IOException {
    Story both = new Story("web01").at("2026-05-01T02:00:00").sees(process(700, "a", "/a"));
    new Story("db02")
        .at("2026-05-02T02:00:00")
        .sees(process(700, "b", "/b"))
        .facts()
        .forEach(both::add);
    write(both);

    prune();

    assertThat(facts(ProcessSeen.class)).hasSize(2);
  }

  @Test
  void allThatWasSeenOfAProcessThatAPidFileNamesStays() throws IOException {
    write(
        new Story("web01")
            .at("2026-05-01T02:00:00")
            .sees(process(350, "helperd", "/usr/sbin/helperd"))
            .pidFile("/var/lib/helperd/helperd.pid", 350)
            .at("2026-05-02T02:00:00")
            .sees(process(350, "other", "/other")));

    prune();

    assertThat(facts(ProcessSeen.class)).hasSize(2);
  }

  @Test
  void theStartOfAUnitThatStillRunsStays() throws IOException {
    write(
        new Story("web01")
            .at("2026-05-01T02:00:00")
            .says("runs.service", new UnitChanged.Started())
            .says("ended.service", new UnitChanged.Started())
            .at("2026-05-02T02:00:00")
            .exited("ended.service", 0));

    prune();

    assertThat(facts(UnitChanged.class))
        .extracting(change -> change.unit().orElse(""))
        .containsExactly("runs.service");
  }

  @Test
  void aVerdictThatRestsOnOldFactsStandsAsBefore() throws IOException {
    write(
        new Story("web01")
            .at("2026-05-01T00:00:00")
            .boots("b1")
            .at("2026-05-01T02:00:00")
            .sees(process(350, "helperd", "/usr/sbin/helperd"))
            .pidFile("/var/lib/helperd/helperd.pid", 350, "2026-05-01T01:00:00")
            .at("2026-05-03T00:00:00")
            .boots("b2")
            .at("2026-05-03T01:00:00")
            .sees(process(281, "java", "/usr/bin/java").unit("appd.service"))
            .thread(281, 350, "pool-46-worker")
            .at("2026-11-21T02:22:16")
            .runs(HELPERD)
            .kill(HELPERD, 350, 15)
            .reaching(281, "pool-46-worker")
            .at("2026-11-21T02:22:17")
            .exited("appd.service", 143));
    List<Case> before = cases();
    assertThat(before).extracting(Case::cause).containsExactly(Cause.STALE_PID_FILE);

    assertThat(prune().kept()).isPositive();
    assertThat(cases()).isEqualTo(before);
    assertThat(prune().dropped()).isZero();
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  void readersSeeNothingOfItUntilItIsDone() throws Exception {
    write(new Story("web01").at("2026-05-01T02:00:00").kill(HELPERD, 350, 15));
    try (FactIndexReader before = FactIndexReader.open(directory)) {
      prune();
      assertThat(before.count("*")).isEqualTo(1);
      assertThat(before.search("*", 10)).hasSize(1);
    }
    assertThat(facts()).isEmpty();
  }

  @Test
  void anIndexThatIsWrittenOrNotThereIsRefused() throws IOException {
    assertThatThrownBy(this::prune).hasMessageContaining("there is no index at");
    assertThat(directory).doesNotExist();
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.fact(new Story("h").kill(HELPERD, 1, 15).facts().getFirst());
    }
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      assertThat(writer.rejections()).isZero();
      assertThatThrownBy(this::prune).hasMessageContaining("being written by another killtrail");
    }
  }
}
