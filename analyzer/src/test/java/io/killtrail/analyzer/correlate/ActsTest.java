package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.Who.systemd;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.KILL_TOOL;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.cases;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One act is told once, with all its victims and stages. */
class ActsTest {
  private static final Who WORKER =
      process(290, "worker", "/usr/bin/worker").parent(281).unit(APPD);
  private static final Who HELPER =
      process(291, "helper", "/usr/bin/helper").parent(281).unit(APPD);

  private static final int HUP = 1;

  private static List<Integer> pids(Case told) {
    return told.victims().stream().map(Victim::pid).map(OptionalInt::getAsInt).toList();
  }

  @Nested
  class AnEscalation {
    private final Who timeout =
        process(320, "timeout", "/usr/bin/timeout").parent(319).command("timeout -k 5 60 job");

    private Story ladder(Who sender) {
      return dayWithSnapshot()
          .at("02:25:00")
          .kill(sender, 321, TERM)
          .reaching(321, "job")
          .at("02:25:05")
          .kill(sender, 321, KILL)
          .reaching(321, "job");
    }

    @Test
    void ofTimeoutIsOneActWithItsStages() {
      Case told = theCase(ladder(timeout));

      assertThat(told.signal().orElseThrow().number()).isEqualTo(KILL);
      assertThat(told.evidence())
          .extracting(Evidence::says)
          .anyMatch(says -> says.contains("SIGTERM"))
          .anyMatch(says -> says.contains("SIGKILL"));
    }

    @Test
    void ofASupervisorIsOneActWithItsStages() {
      Who boss = process(300, "superv", "/usr/bin/superv").unit("super.service");
      Who job = process(321, "job", "/usr/bin/job").parent(300).unit("super.service");

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(boss)
                  .sees(job)
                  .at("02:25:00")
                  .kill(boss, 321, TERM)
                  .reaching(321, "job")
                  .kill(boss, 321, 0)
                  .reaching(321, "job")
                  .at("02:25:10")
                  .kill(boss, 321, 0)
                  .reaching(321, "job")
                  .kill(boss, 321, KILL)
                  .reaching(321, "job")
                  .at("02:25:11")
                  .kill(boss, 321, 0)
                  .refused(3));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
      assertThat(told.evidence())
          .extracting(Evidence::says)
          .anyMatch(says -> says.contains("SIGTERM"))
          .anyMatch(says -> says.contains("SIGKILL"));
    }

    @Test
    void ofAUnitsMainProcessIsOneActWithItsStages() {
      Who monitor = Scenes.MONITOR;
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(monitor)
                  .at("02:25:00")
                  .kill(monitor, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:30")
                  .kill(monitor, 281, KILL)
                  .reaching(281, "java")
                  .at("02:25:30.050")
                  .killed(APPD, KILL));

      assertThat(told.signal().orElseThrow().number()).isEqualTo(KILL);
      assertThat(told.evidence())
          .extracting(Evidence::says)
          .anyMatch(says -> says.contains("SIGTERM"));
    }

    @Test
    void ofAContainersRuntimeIsOneActThoughEachStageIsAProcessOfItsOwn() {
      Who first = process(801, "runc", "/usr/bin/runc").parent(800).command("runc kill c1 15");
      Who second = process(802, "runc", "/usr/bin/runc").parent(800).command("runc kill c1 9");
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .kill(first, 321, TERM)
                  .reaching(321, "job")
                  .at("02:25:10")
                  .kill(second, 321, KILL)
                  .reaching(321, "job"));

      assertThat(told.evidence())
          .extracting(Evidence::says)
          .anyMatch(says -> says.contains("SIGTERM"))
          .anyMatch(says -> says.contains("SIGKILL"));
    }

    @Test
    void hasNoStageInARequestToReload() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .kill(timeout, 321, HUP)
                  .reaching(321, "job")
                  .at("02:25:05")
                  .kill(timeout, 321, KILL)
                  .reaching(321, "job"));

      assertThat(told.evidence())
          .extracting(Evidence::says)
          .noneMatch(says -> says.contains("SIGHUP"));
    }

    @Test
    void ofTheManagerIsOneStop() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(WORKER)
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .terminates(290, "worker")
                  .at("02:25:05")
                  .says(
                      APPD,
                      new UnitChanged.TimedOut(
                          "stop-sigterm", Optional.of("Killing"), Optional.empty()))
                  .kill(systemd(), 281, KILL)
                  .reaching(281, "java")
                  .kill(systemd(), 290, KILL)
                  .reaching(290, "worker")
                  .ends(APPD, Witness.MANAGER_MAIN, How.KILLED, KILL, "timeout"));

      assertThat(pids(told)).containsExactly(281, 290);
      assertThat(told.evidence())
          .extracting(Evidence::says)
          .anyMatch(says -> says.contains("SIGTERM"))
          .anyMatch(says -> says.contains("SIGKILL"));
    }
  }

  @Nested
  class AKillOfPartOfAUnit {
    @Test
    void isOneActThoughTheUnitGoesOn() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(WORKER)
                  .sees(HELPER)
                  .at("02:25:00")
                  .kill(systemd(), 290, TERM)
                  .reaching(290, "worker")
                  .kill(systemd(), 291, TERM)
                  .reaching(291, "helper")
                  .says(
                      APPD,
                      new UnitChanged.ClientSignal(
                          TERM, OptionalInt.of(290), Optional.of("worker")))
                  .at("02:30:00")
                  .sees(JAVA));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(pids(told)).containsExactlyInAnyOrder(290, 291);
    }
  }

  @Nested
  class AStopThatAuditAloneShows {
    @Test
    void isOneActWithAllProcessesOfTheUnit() {
      Case told =
          theCase(
              new Story("web01")
                  .at("02:20:00")
                  .quiet()
                  .sees(JAVA)
                  .sees(WORKER)
                  .at("02:25:00")
                  .terminates(281, "java")
                  .terminates(290, "worker"));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(pids(told)).containsExactlyInAnyOrder(281, 290);
    }
  }

  @Nested
  class ARelay {
    private final Who shell = process(285, "sh", "/usr/bin/dash").parent(281).unit(APPD);
    private final Who child = process(290, "worker", "/usr/bin/worker").parent(285).unit(APPD);
    private final Story story = dayWithSnapshot().sees(BASH).sees(shell).sees(child).at("02:25:00");

    private Case ofChild(Story told) {
      return cases(told).stream()
          .filter(one -> one.victim().pid().equals(OptionalInt.of(290)))
          .findFirst()
          .orElseThrow();
    }

    /** The main process passes the signal on to the shell, and that to its child. */
    private Story passedOn(Story first) {
      return first
          .at("02:25:00.100")
          .kill(JAVA, 285, TERM)
          .reaching(285, "sh")
          .at("02:25:00.200")
          .kill(shell, 290, TERM)
          .reaching(290, "worker")
          .at("02:25:00.500")
          .leaves(APPD);
    }

    @Test
    void isTracedToItsFirstSender() {
      Case told = ofChild(passedOn(story.kill(KILL_TOOL, 281, TERM).reaching(281, "java")));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
      assertThat(told.origin().flatMap(Party::comm)).contains("kill");
    }

    @Test
    void ofWhatNobodyExpectedIsNotExpected() {
      Case told = ofChild(passedOn(story.kill(KILL_TOOL, 281, TERM).reaching(281, "java")));

      assertThat(told.expected()).isFalse();
    }

    @Test
    void ofAStopIsExpected() {
      Case told = ofChild(passedOn(story.stops(APPD, 281, "java")));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
      assertThat(told.origin().orElseThrow().pid()).hasValue(1);
      assertThat(told.expected()).isTrue();
    }

    @Test
    void toOneWhomTheManagerSignalledTooIsPartOfTheStop() {
      Case told =
          theCase(
              passedOn(
                  story.stops(APPD, 281, "java").terminates(285, "sh").terminates(290, "worker")));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(pids(told)).containsExactlyInAnyOrder(281, 285, 290);
    }

    @Test
    void thatEndsInSigkillIsTracedByItsFirstStage() {
      Case told =
          ofChild(
              story
                  .kill(KILL_TOOL, 285, TERM)
                  .reaching(285, "sh")
                  .at("02:25:00.100")
                  .kill(shell, 290, TERM)
                  .reaching(290, "worker")
                  .at("02:25:10")
                  .kill(shell, 290, KILL)
                  .reaching(290, "worker"));

      assertThat(told.origin().flatMap(Party::comm)).contains("kill");
    }
  }

  @Nested
  class AnAnswerToASignal {
    @Test
    void takesCauseAndSenderOfTheSignalThatItAnswers() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(BASH)
                  .at("02:25:00")
                  .kill(KILL_TOOL, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:03")
                  .sends(JAVA, SignalCall.TGKILL, new Addressed.ThreadOf(281, 281), TERM)
                  .reaching(281, "java")
                  .at("02:25:03.010")
                  .mainKilled(APPD, TERM)
                  .leaves(APPD));

      assertThat(told.cause()).isEqualTo(Cause.USER);
      assertThat(told.sender().flatMap(Party::comm)).contains("kill");
    }

    @Test
    void ofAProcessOfNoUnitIsNoCaseOfItsOwnEither() {
      Who job = process(321, "job", "/usr/bin/job").parent(600);
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(BASH)
                  .sees(job)
                  .at("02:25:00")
                  .kill(KILL_TOOL, 321, TERM)
                  .reaching(321, "job")
                  .at("02:25:01")
                  .kill(job, 321, TERM)
                  .reaching(321, "job"));

      assertThat(told.cause()).isEqualTo(Cause.USER);
    }

    @Test
    void withAHarderSignalIsStillAnAnswer() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(BASH)
                  .at("02:25:00")
                  .kill(KILL_TOOL, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:00.300")
                  .kill(JAVA, 281, KILL)
                  .reaching(281, "java")
                  .at("02:25:00.310")
                  .killed(APPD, KILL));

      assertThat(told.cause()).isEqualTo(Cause.USER);
    }

    @Test
    void toItsWholeGroupEndsItsChildrenAsARelay() {
      Who shell = process(285, "run.sh", "/usr/bin/dash").parent(600);
      Who child = process(290, "worker", "/usr/bin/worker").parent(285);
      List<Case> told =
          cases(
              dayWithSnapshot()
                  .sees(BASH)
                  .sees(shell)
                  .sees(child)
                  .at("02:25:00")
                  .kill(KILL_TOOL, 285, TERM)
                  .reaching(285, "run.sh")
                  .at("02:25:00.010")
                  .sends(shell, SignalCall.KILL, new Addressed.OwnGroup(), TERM)
                  .reaching(290, "worker")
                  .reaching(285, "run.sh"));

      assertThat(told)
          .extracting(Case::cause)
          .containsExactlyInAnyOrder(Cause.USER, Cause.SUPERVISOR);
      assertThat(told)
          .filteredOn(one -> one.cause() == Cause.SUPERVISOR)
          .allSatisfy(one -> assertThat(one.origin().flatMap(Party::comm)).contains("kill"));
    }
  }
}
