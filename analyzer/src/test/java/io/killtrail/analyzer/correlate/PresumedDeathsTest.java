package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.cases;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deaths that only the absence of any later sign of life shows. */
class PresumedDeathsTest {
  private static final Who SLEEPER = process(900, "sleep", "/usr/bin/sleep").parent(512);

  private static Story shot() {
    return day()
        .at("02:25:00")
        .kill(process(530, "purgerd", "/usr/sbin/purgerd"), 900, TERM)
        .reaching(900, "sleep");
  }

  @Test
  void isLikelyAtMostAndHasNoExit() {
    Case told = theCase(shot());

    assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(told.exit().how()).isEmpty();
    assertThat(told.exit().status()).isEmpty();
    assertThat(told.flags()).as("no unit's main process").isEmpty();
  }

  @Test
  void aRowOfALaterSnapshotRemovesIt() {
    assertThat(cases(shot().at("02:30:00").sees(SLEEPER))).isEmpty();
  }

  @Test
  void aSignalThatItSendsLaterRemovesIt() {
    assertThat(cases(shot().at("02:30:00").kill(SLEEPER, 77, 0).refused(3))).isEmpty();
  }

  @Test
  void beingATargetAgainLaterRemovesIt() {
    assertThat(cases(shot().at("02:30:00").kill(MONITOR, 900, 0).reaching(900, "sleep"))).isEmpty();
  }

  @Test
  void beingATargetAgainByItsOwnNameRemovesItWhereAThreadWasNamed() {
    Story survived =
        day()
            .at("02:22:00")
            .sees(SLEEPER)
            .at("02:25:00")
            .kill(process(530, "purgerd", "/usr/sbin/purgerd"), 901, TERM)
            .reaching(900, "sleep-worker");

    assertThat(cases(survived.at("02:30:00").kill(MONITOR, 900, 0).reaching(900, "sleep")))
        .isEmpty();
  }

  @Test
  void anotherProcessThatGotItsNumberDoesNot() {
    Who later = process(900, "nginx", "/usr/sbin/nginx").started("02:29:00");

    assertThat(cases(shot().at("02:30:00").sees(later))).hasSize(1);
  }

  @Test
  void theKernelsRecordOfItsEndConfirmsIt() {
    Case told = theCase(shot().at("02:25:00.100").ended(Witness.EXIT_CALL, 900, How.EXITED, 143));

    assertThat(told.exit().how()).contains(How.EXITED);
    assertThat(told.exit().status()).hasValue(143);
    assertThat(told.flags()).as("not a unit's").isEmpty();
  }

  @Test
  void theEndOfItsNumberInTheNextBootDoesNot() {
    assertThat(
            cases(
                shot()
                    .at("02:25:10")
                    .boots("b3")
                    .at("02:25:20")
                    .ended(Witness.ABEND, 900, How.DUMPED, 11)))
        .extracting(told -> told.exit().how())
        .containsExactly(Optional.empty(), Optional.of(How.DUMPED));
  }

  @Test
  void aBareNumberIsAnotherProcessInTheNextBoot() {
    Who purgerd = process(530, "purgerd", "/usr/sbin/purgerd");

    assertThat(
            cases(
                day()
                    .at("02:25:00")
                    .kill(purgerd, 900, TERM)
                    .at("02:35:00")
                    .boots("b3")
                    .at("02:45:00")
                    .kill(purgerd, 900, TERM)))
        .extracting(Case::boot)
        .containsExactly(Optional.of("b2"), Optional.of("b3"));
  }

  @Test
  void moreThanAThousandAreToldInGroups() {
    HostFindings findings = shooting(1001).findings();

    assertThat(findings.cases()).isEmpty();
    assertThat(findings.presumedGroups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.count()).isEqualTo(1001);
              assertThat(group.senderExe()).contains("/opt/monitor/bin/monitor");
              assertThat(group.victimComm()).contains("sleep");
              assertThat(group.signal().number()).isEqualTo(TERM);
              assertThat(group.first()).isEqualTo(Story.time("02:25:00.010"));
            });
  }

  @Test
  void aThousandAreToldOneByOne() {
    HostFindings findings = shooting(1000).findings();

    assertThat(findings.cases()).hasSize(1000);
    assertThat(findings.presumedGroups()).isEmpty();
  }

  @Test
  void confirmedDeathsAreNeverGrouped() {
    HostFindings findings = shooting(1200).at("02:27:00").exited(Scenes.APPD, 71).findings();

    assertThat(findings.cases()).hasSize(1);
    assertThat(findings.presumedGroups()).hasSize(1);
  }

  private static Story shooting(int victims) {
    Story story = day().at("02:25:00");
    for (int i = 1; i <= victims; i++) {
      story.after(Duration.ofMillis(10)).kill(MONITOR, 5000 + i, TERM).reaching(5000 + i, "sleep");
    }
    return story;
  }
}
