package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.KILL_TOOL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.ingest.fact.UnitChanged;
import org.junit.jupiter.api.Test;

/** Which of several signals is told as the cause. */
class DecidingSignalCasesTest {
  private static final Who OTHER = process(530, "purgerd", "/usr/sbin/purgerd");

  @Test
  void ofTwoSigtermsDuringASlowCleanUpTheFirstDecides() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:02")
                .kill(OTHER, 281, TERM)
                .reaching(281, "java")
                .at("02:25:04")
                .exited(APPD, 143));

    assertThat(told.sender().orElseThrow().pid()).hasValue(512);
    assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void aPromptStopOverridesASigtermThatWasWithoutEffect() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:40")
                .stops(APPD, 281, "java")
                .at("02:25:40.300")
                .exited(APPD, 143));

    assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
    assertThat(told.sender().orElseThrow().pid()).hasValue(1);
  }

  @Test
  void sigkillAfterAnIgnoredSigtermDecides() {
    Case told =
        theCase(
            dayWithSnapshot()
                .sees(BASH)
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:05")
                .kill(KILL_TOOL, 281, KILL)
                .reaching(281, "java")
                .at("02:25:05.100")
                .killed(APPD, KILL));

    assertThat(told.cause()).isEqualTo(Cause.USER);
    assertThat(told.signal().orElseThrow().number()).isEqualTo(KILL);
    assertThat(told.flags()).isEmpty();
  }

  @Test
  void anEndThatIsStampedBeforeItsCauseIsStillItsEffect() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .exited(APPD, 143)
                .at("02:25:03")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java"));

    assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
  }

  @Test
  void aSignalLongBeforeTheEndIsNotItsCause() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:40:00")
                .exited(APPD, 143));

    assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
  }

  @Test
  void twoUnitsThatReportOneExitAreOneDeath() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:20:10")
                .starts("shipperd.service")
                .says("shipperd.service", new UnitChanged.MainProcess(281))
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:00.300")
                .exited("shipperd.service", 143)
                .exited(APPD, 143));

    assertThat(told.victim().pid()).hasValue(281);
    assertThat(told.victim().unit()).contains(APPD);
    assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
  }

  @Test
  void aUnitThatEchoesTheExitOfAnotherIsNoDeathOfItsOwn() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:20:10")
                .starts("shipperd.service")
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:00.300")
                .exited(APPD, 143)
                .at("02:25:00.310")
                .exited("shipperd.service", 143));

    assertThat(told.victim().unit()).contains(APPD);
  }

  @Test
  void twoUnitsThatReportOneMainProcessInTurnAreOneDeath() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:20:10")
                .starts("shipperd.service")
                .says("shipperd.service", new UnitChanged.MainProcess(281))
                .at("02:25:00")
                .kill(MONITOR, 281, TERM)
                .reaching(281, "java")
                .at("02:25:00.300")
                .exited(APPD, 143)
                .at("02:25:01")
                .exited("shipperd.service", 143));

    assertThat(told.victim().unit()).contains(APPD);
  }
}
