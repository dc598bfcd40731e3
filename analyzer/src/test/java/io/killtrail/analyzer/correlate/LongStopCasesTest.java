package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.systemd;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.cases;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Units that are given longer to stop than systemd's 90 seconds. */
class LongStopCasesTest {
  @Test
  void theSigtermOfAStopThatTookMinutesDecides() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .stops(APPD, 281, "java")
                .at("02:29:10")
                .exited(APPD, 143));

    assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
    assertThat(told.signal().orElseThrow().number()).isEqualTo(TERM);
    assertThat(told.sender().orElseThrow().pid()).hasValue(1);
  }

  @Test
  void aLimitThatOnceRanOutTellsHowLongAgoTheCauseMayHaveBeen() {
    List<Case> told =
        cases(
            day()
                .at("02:21:00")
                .stops(APPD, 270, "java")
                .at("02:26:00")
                .says(
                    APPD,
                    new UnitChanged.TimedOut(
                        "stop-sigterm", Optional.of("Killing"), Optional.empty()))
                .kill(systemd(), 270, KILL)
                .reaching(270, "java")
                .at("02:26:00.100")
                .killed(APPD, KILL)
                .at("02:30:00")
                .starts(APPD)
                .at("02:30:01")
                .sees(Scenes.JAVA.started("02:30:00"))
                .at("02:35:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:39:00")
                .exited(APPD, 143));

    assertThat(told)
        .extracting(Case::cause)
        .containsExactly(Cause.STOP_TIMEOUT, Cause.OTHER_PROCESS);
  }

  @Test
  void withoutItsLinesTheManagersSigkillFollowsAnOldSigterm() {
    Case told =
        theCase(
            new Story("web01")
                .at("02:25:00")
                .kill(systemd(), 281, TERM)
                .reaching(281, "java")
                .at("02:30:00")
                .kill(systemd(), 281, KILL)
                .reaching(281, "java"));

    assertThat(told.cause()).isEqualTo(Cause.STOP_TIMEOUT);
    assertThat(told.limit().orElseThrow().seconds()).hasValue(300);
  }

  @Test
  void theCauseIsSeenOverTheBorderOfAWindow() {
    Story story = dayWithSnapshot();
    probes(story, 29_750);
    story.stops(APPD, 281, "java");
    probes(story, 260);
    story.exited(APPD, 143);

    Case told = story.findings().cases().getFirst();

    assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
    assertThat(told.signal().orElseThrow().number()).isEqualTo(TERM);
  }

  private static void probes(Story story, int seconds) {
    for (int i = 0; i < seconds; i++) {
      story.after(Duration.ofSeconds(1)).kill(MONITOR, 77, 0).refused(3);
    }
  }
}
