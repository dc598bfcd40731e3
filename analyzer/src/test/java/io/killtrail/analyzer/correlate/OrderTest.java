package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.KILL_TOOL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.FactIndexWriter;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.UnitChanged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same facts give the same findings, in whatever order they come. */
class OrderTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private static Story collision(Story story) {
    return story
        .at("02:22:16.800")
        .kill(HELPERD, 350, 0)
        .reaching(281, "pool-46-worker")
        .at("02:22:16.856")
        .kill(HELPERD, 350, TERM)
        .reaching(281, "pool-46-worker")
        .at("02:22:17.300")
        .exited(APPD, 143)
        .says(APPD, new UnitChanged.RestartScheduled(OptionalInt.of(1)));
  }

  private static Story snapshot() {
    return dayWithSnapshot()
        .sees(BASH)
        .thread(281, 350, "pool-46-worker")
        .pidFile("/var/lib/helperd/helperd.pid", 350, "2026-11-20T02:00:00");
  }

  /** A collision, a person's kill, a stop, presumed deaths, probes. */
  private static List<Fact> busyDay() {
    Story story = collision(snapshot()).at("02:22:20").starts(APPD);
    story.at("02:22:21").says(APPD, new UnitChanged.MainProcess(801));
    story.at("02:23:00").kill(KILL_TOOL, 801, TERM).reaching(801, "java");
    story.at("02:23:00.700").exited(APPD, 143);
    story.at("02:24:00").starts("web.service");
    story.at("02:25:00").stops("web.service", 900, "web").after(Duration.ofMillis(300));
    story.stopped("web.service");
    for (int i = 0; i < 40; i++) {
      story.at("02:26:00").kill(MONITOR, 3000 + i, TERM).reaching(3000 + i, "sleep");
    }
    return story.at("02:50:00").quiet().facts();
  }

  private static HostFindings findings(List<Fact> facts) {
    return Correlator.correlate(HostEvidence.of(Optional.of("web01"), facts));
  }

  @Test
  void anyOrderGivesTheSameFindings() {
    HostFindings expected = findings(busyDay());
    assertThat(expected.cases())
        .extracting(Case::cause)
        .contains(Cause.STALE_PID_FILE, Cause.USER, Cause.UNIT_STOP, Cause.OTHER_PROCESS);

    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      List<Fact> shuffled = new ArrayList<>(busyDay());
      Collections.shuffle(shuffled, random);
      assertThat(findings(shuffled)).as("seed %d, order %d", seed, i).isEqualTo(expected);
    }
  }

  @Test
  void factsThatAreSeenTwiceCountOnce() {
    List<Fact> twice = new ArrayList<>(busyDay());
    twice.addAll(busyDay());

    assertThat(findings(twice)).isEqualTo(findings(busyDay()));
  }

  @Test
  void anIndexWrittenInAnyOrderGivesTheSameAnalysis(@TempDir Path directory) throws IOException {
    List<Fact> facts = busyDay();
    List<Fact> reversed = new ArrayList<>(facts);
    Collections.reverse(reversed);
    List<Fact> inTwoRuns = new ArrayList<>(facts.subList(facts.size() / 2, facts.size()));

    Path forwards = index(directory.resolve("forwards"), facts);
    Path backwards = index(directory.resolve("backwards"), reversed);
    Path inParts = index(directory.resolve("parts"), inTwoRuns);
    index(inParts, facts);

    try (FactIndexReader first = FactIndexReader.open(forwards);
        FactIndexReader second = FactIndexReader.open(backwards);
        FactIndexReader third = FactIndexReader.open(inParts)) {
      assertThat(Analyzer.analyze(first).cases()).isEqualTo(findings(facts).cases());
      assertThat(Analyzer.analyze(second)).isEqualTo(Analyzer.analyze(first));
      assertThat(Analyzer.analyze(third)).isEqualTo(Analyzer.analyze(first));
    }
  }

  private static Path index(Path directory, List<Fact> facts) throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      facts.forEach(writer::fact);
    }
    return directory;
  }

  /** More signals than are looked at together: what is among them is told as it is alone. */
  @Test
  void aStoryAmongMuchNoiseIsToldAsItIsAlone() {
    Who noisy = process(5000, "journald", "/usr/lib/systemd/systemd-journald");
    Story alone = collision(snapshot());
    Story noise = snapshot().at("02:22:00");
    for (int i = 0; i < 40_000; i++) {
      noise.after(Duration.ofNanos(500_000)).kill(noisy, 6000, 0).reaching(6000, "sshd");
    }
    collision(noise).at("02:22:20");
    for (int i = 0; i < 35_000; i++) {
      noise.after(Duration.ofMillis(1)).kill(noisy, 6000, 0).reaching(6000, "sshd");
    }

    Case expected = Scenes.theCase(alone);
    Case told = Scenes.theCase(noise);

    assertThat(told.cause()).isEqualTo(expected.cause());
    assertThat(told.confidence()).isEqualTo(expected.confidence());
    assertThat(told.victims()).isEqualTo(expected.victims());
    assertThat(told.exit()).isEqualTo(expected.exit());
    assertThat(told.flags()).isEqualTo(expected.flags());
    assertThat(told.summary()).isEqualTo(expected.summary());
    assertThat(noise.findings().signals().total())
        .isEqualTo(75_000 + alone.findings().signals().total());
  }
}
