package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.Who.systemd;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.cases;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Deaths by the service manager's hand. */
class ManagerCasesTest {
  private static UnitChanged.Stopping stopJob() {
    return new UnitChanged.Stopping(Optional.of("stop"));
  }

  private static UnitChanged.TimedOut timedOut(String state, String action) {
    return new UnitChanged.TimedOut(state, Optional.of(action), Optional.empty());
  }

  @Nested
  class WhenAClientAskedTheManagerToKill {
    private final Story story = dayWithSnapshot();

    @Test
    void itsLineProvesIt() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(systemd(), 281, TERM)
                  .reaching(281, "java")
                  .says(
                      APPD,
                      new UnitChanged.ClientSignal(TERM, OptionalInt.of(281), Optional.of("java")))
                  .at("02:22:17")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
      assertThat(told.sender().orElseThrow().pid()).hasValue(1);
    }

    @Test
    void whoRanSystemctlKillIsTheRequester() {
      Who systemctl =
          process(702, "systemctl", "/usr/bin/systemctl")
              .parent(600)
              .login(1000, 3)
              .at("pts0")
              .command("systemctl kill appd");

      Case told =
          theCase(
              story
                  .at("02:22:16.700")
                  .runs(systemctl)
                  .at("02:22:16.856")
                  .kill(systemd(), 281, TERM)
                  .reaching(281, "java")
                  .says(
                      APPD,
                      new UnitChanged.ClientSignal(TERM, OptionalInt.of(281), Optional.of("java")))
                  .at("02:22:17")
                  .exited(APPD, 143));

      assertThat(told.requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.auid()).hasValue(1000);
                assertThat(asked.tty()).contains("pts0");
              });
    }

    @Test
    void allProcessesOfTheUnitAreVictimsOfOneAct() {
      Case told =
          theCase(
              story
                  .sees(process(290, "worker", "/usr/bin/worker").parent(281).unit(APPD))
                  .at("02:22:16.856")
                  .kill(systemd(), 281, TERM)
                  .reaching(281, "java")
                  .kill(systemd(), 290, TERM)
                  .reaching(290, "worker")
                  .says(
                      APPD,
                      new UnitChanged.ClientSignal(TERM, OptionalInt.of(281), Optional.of("java")))
                  .at("02:22:17")
                  .exited(APPD, 143));

      assertThat(told.victims())
          .extracting(Victim::pid)
          .containsExactly(OptionalInt.of(281), OptionalInt.of(290));
    }

    @Test
    void systemdBeforeV247SaysNothingButDoesNotLetTheVictimContinueEither() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(systemd(), 281, TERM)
                  .reaching(281, "java")
                  .at("02:22:17")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }
  }

  /** Of v247 and later; audit was not heard, or not asked for pidfd_send_signal. */
  @Nested
  class WhenOnlyTheManagersLineTellsOfAClientsRequest {
    private Story asked(int signal) {
      return new Story("web01")
          .at("02:20:00")
          .boots("b2")
          .starts(APPD)
          .at("02:25:00")
          .says(
              APPD, new UnitChanged.ClientSignal(signal, OptionalInt.of(281), Optional.of("java")));
    }

    private static Case only(Story story) {
      assertThat(story.findings().cases()).hasSize(1);
      return story.findings().cases().getFirst();
    }

    @Test
    void anExitWith143IsLikelyItsEffect() {
      Case told = only(asked(TERM).at("02:25:08").exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
      assertThat(told.sender().orElseThrow().pid()).hasValue(1);
      assertThat(told.evidence())
          .anySatisfy(item -> assertThat(item.says()).contains("SIGTERM sent on client request"));
    }

    @Test
    void deathBySigkillIsToo() {
      assertThat(only(asked(KILL).at("02:25:00.100").killed(APPD, KILL)).cause())
          .isEqualTo(Cause.MANAGER_KILL);
    }

    @Test
    void soIsAnEndOfWhichTheManagerLogsNoStatus() {
      Case told = only(asked(TERM).at("02:25:01").leaves(APPD));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(told.summary()).doesNotContain("exit 0");
    }

    @Test
    void aReloadDoesNotEndIt() {
      assertThat(only(asked(1).at("02:25:30").exited(APPD, 1)).cause())
          .isNotEqualTo(Cause.MANAGER_KILL);
      assertThat(only(asked(1).at("02:25:30").leaves(APPD)).cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(only(asked(1).at("02:25:30").exited(APPD, 143)).cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void aRequestLongAgoDoesNot() {
      assertThat(only(asked(TERM).at("02:45:00").exited(APPD, 143)).flags()).isNotEmpty();
    }

    @Test
    void aStopThatFollowedItIsAStop() {
      assertThat(only(asked(TERM).at("02:25:03").says(APPD, stopJob()).exited(APPD, 143)).cause())
          .isEqualTo(Cause.UNIT_STOP);
    }

    @Test
    void aSignalToALesserProcessDoesNot() {
      Story story =
          new Story("web01")
              .at("02:20:00")
              .boots("b2")
              .starts(APPD)
              .sees(JAVA)
              .at("02:25:00")
              .says(APPD, new UnitChanged.ClientSignal(TERM, OptionalInt.of(290), Optional.of("w")))
              .at("02:25:02")
              .exited(APPD, 143);

      assertThat(only(story).cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void whatTheManagerTidiesLongAfterARequestIsNotTheCause() {
      Story story = asked(1).at("02:40:00").exited(APPD, 143).after(Duration.ofMillis(20));

      assertThat(story.terminates(290, "worker").findings().cases())
          .filteredOn(one -> one.victim().unit().equals(Optional.of(APPD)))
          .extracting(Case::cause)
          .doesNotContain(Cause.UNIT_STOP, Cause.MANAGER_KILL);
    }
  }

  @Nested
  class WhenALimitRanOut {
    @Test
    void ofTheStartItIsTimeoutStartSec() {
      Case told =
          theCase(
              new Story("web01")
                  .at("02:20:00")
                  .boots("b2")
                  .quiet()
                  .at("02:20:05")
                  .says(APPD, new UnitChanged.Starting())
                  .at("02:20:35")
                  .says(APPD, timedOut("start", "Terminating"))
                  .terminates(281, "java")
                  .at("02:20:36")
                  .ends(APPD, Witness.MANAGER_MAIN, How.EXITED, 143, "timeout"));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_LIMIT);
      assertThat(told.limit()).contains(new Limit("TimeoutStartSec", OptionalLong.of(30)));
      assertThat(told.expected()).isFalse();
    }

    @Test
    void ofAReloadTheUnitGoesOn() {
      Story story = day().at("02:22:00").says(APPD, timedOut("reload", "Killing reload process"));

      assertThat(cases(story.at("02:40:00").says(APPD, stopJob()).stopped(APPD))).isEmpty();
    }

    @Test
    void itTellsWhatWasRuledOut() {
      Story story = day().at("02:25:05").says(APPD, timedOut("runtime", "Stopping"));

      assertThat(theCase(story.leaves(APPD)).alternatives())
          .extracting(Alternative::cause)
          .contains(Cause.UNIT_STOP, Cause.OTHER_PROCESS);
    }

    @Test
    void ofTheRunTimeItIsRuntimeMaxSec() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:05")
                  .says(APPD, timedOut("runtime", "Stopping"))
                  .terminates(281, "java")
                  .at("02:25:06")
                  .ends(APPD, Witness.MANAGER_MAIN, How.EXITED, 143, "timeout"));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_LIMIT);
      assertThat(told.limit()).contains(new Limit("RuntimeMaxSec", OptionalLong.of(300)));
    }

    @Test
    void ofTheWatchdogItIsTheValueThatTheLineGives() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:05")
                  .says(
                      APPD,
                      new UnitChanged.TimedOut(
                          "watchdog", Optional.empty(), Optional.of(Duration.ofSeconds(20))))
                  .kill(systemd(), 281, 6)
                  .reaching(281, "java")
                  .at("02:25:06")
                  .ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, 6, "watchdog"));

      assertThat(told.cause()).isEqualTo(Cause.MANAGER_LIMIT);
      assertThat(told.limit()).contains(new Limit("WatchdogSec", OptionalLong.of(20)));
      assertThat(told.flags()).isEmpty();
    }
  }

  @Nested
  class WhenAStopTookTooLong {
    @Test
    void sigkillAfterAnIgnoredSigtermIsTheTimeoutsDoing() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:05")
                  .says(APPD, timedOut("stop-sigterm", "Killing"))
                  .says(
                      APPD,
                      new UnitChanged.ManagerSignal(KILL, OptionalInt.of(281), Optional.of("java")))
                  .kill(systemd(), 281, KILL)
                  .reaching(281, "java")
                  .at("02:25:05.100")
                  .ends(APPD, Witness.MANAGER_MAIN, How.KILLED, KILL, "timeout"));

      assertThat(told.cause()).isEqualTo(Cause.STOP_TIMEOUT);
      assertThat(told.limit()).contains(new Limit("TimeoutStopSec", OptionalLong.of(5)));
      assertThat(told.signal().orElseThrow().number()).isEqualTo(KILL);
      assertThat(told.expected()).isFalse();
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void theJournalAloneShowsIt() {
      Case told =
          theCase(
              day()
                  .at("02:25:00")
                  .says(APPD, stopJob())
                  .at("02:25:03")
                  .says(APPD, timedOut("stop-sigterm", "Killing"))
                  .ends(APPD, Witness.MANAGER_MAIN, How.KILLED, KILL, "timeout"));

      assertThat(told.cause()).isEqualTo(Cause.STOP_TIMEOUT);
      assertThat(told.limit()).contains(new Limit("TimeoutStopSec", OptionalLong.of(3)));
      assertThat(told.sender().orElseThrow().pid()).hasValue(1);
      assertThat(told.signal()).isEmpty();
    }

    @Test
    void execStopAndExecStopPostAreEachGivenTheLimit() {
      Case told =
          theCase(
              day()
                  .at("02:25:00")
                  .says(APPD, stopJob())
                  .at("02:26:30")
                  .says(APPD, timedOut("stopping", "Terminating"))
                  .at("02:28:00")
                  .says(APPD, timedOut("stop-post", "Terminating"))
                  .says(APPD, new UnitChanged.Failed(Optional.of("timeout")))
                  .says(APPD, new UnitChanged.Stopped(Optional.of("done"))));

      assertThat(told.cause()).isEqualTo(Cause.STOP_TIMEOUT);
      assertThat(told.limit()).contains(new Limit("TimeoutStopSec", OptionalLong.of(90)));
      assertThat(told.evidence())
          .anySatisfy(item -> assertThat(item.says()).contains("stopping timed out"))
          .anySatisfy(item -> assertThat(item.says()).contains("stop-post timed out"));
    }

    @Test
    void aSlowStopWithinItsLimitsIsNone() {
      assertThat(cases(day().at("02:25:00").says(APPD, stopJob()).at("02:27:58").stopped(APPD)))
          .isEmpty();
    }
  }

  @Nested
  class WhenAUnitWasStopped {
    @Test
    void theManagerIsNamedInFullWhereItsSignalIsNotRecorded() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(systemd())
                  .at("02:25:00")
                  .says(APPD, stopJob())
                  .at("02:25:01")
                  .exited(APPD, 143)
                  .says(APPD, new UnitChanged.Stopped(Optional.of("done"))));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(told.sender().orElseThrow().exe()).contains("/usr/lib/systemd/systemd");
    }

    @Test
    void itIsExpectedAndNotFlagged() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:01")
                  .exited(APPD, 143)
                  .says(APPD, new UnitChanged.Stopped(Optional.of("done"))));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.requester()).isEmpty();
      assertThat(told.advice())
          .anySatisfy(text -> assertThat(text).contains("USER_CMD"))
          .anySatisfy(text -> assertThat(text).contains("SuccessExitStatus=143"));
    }

    @Test
    void aDescriptorOfTheManagersIsNeverTakenForAProcess() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .says(APPD, stopJob())
                  .sends(systemd(), SignalCall.PIDFD_SEND_SIGNAL, new Addressed.Pidfd(90), TERM)
                  .reaching(281, "java")
                  .at("02:25:01")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(told.victim().pid()).hasValue(281);
      assertThat(told.target().orElseThrow().addressed().label()).isEqualTo("pidfd");
    }

    @Test
    void systemctlsExecNamesTheRequester() {
      Who systemctl =
          process(702, "systemctl", "/usr/bin/systemctl")
              .parent(600)
              .login(1000, 3)
              .command("systemctl stop appd.service");

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(BASH)
                  .at("02:24:59.900")
                  .runs(systemctl)
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:01")
                  .exited(APPD, 143));

      assertThat(told.requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.pid()).hasValue(702);
                assertThat(asked.auid()).hasValue(1000);
                assertThat(asked.confidence()).isEqualTo(Confidence.LIKELY);
                assertThat(asked.chain()).contains("bash[600]");
              });
    }

    @Test
    void sudosRecordNamesTheRequester() {
      Who sudo =
          process(702, "sudo", "/usr/bin/sudo")
              .parent(600)
              .login(1000, 3)
              .command("systemctl restart appd");

      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59.900")
                  .asks(sudo)
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:01")
                  .exited(APPD, 143));

      assertThat(told.requester().orElseThrow().auid()).hasValue(1000);
    }

    @Test
    void whoeverStoppedAnotherUnitIsNotTheRequester() {
      Who other = process(702, "systemctl", "/usr/bin/systemctl").command("systemctl stop billing");
      Who status = process(703, "systemctl", "/usr/bin/systemctl").command("systemctl status appd");

      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59")
                  .runs(other)
                  .runs(status)
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:01")
                  .exited(APPD, 143));

      assertThat(told.requester()).isEmpty();
    }
  }

  @Nested
  class WhenTheHostWentDown {
    @Test
    void theStopsArePartOfIt() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .sign(BootSeen.Sign.SHUTDOWN_BEGUN, Optional.empty())
                  .at("02:25:01")
                  .stops(APPD, 281, "java")
                  .at("02:25:02")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.SHUTDOWN);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void aStopBeforeItIsAStop() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:01")
                  .stops(APPD, 281, "java")
                  .at("02:25:02")
                  .exited(APPD, 143)
                  .at("02:45:00")
                  .sign(BootSeen.Sign.SHUTDOWN_BEGUN, Optional.empty()));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
    }

    @Test
    void aPersonsKillJustThenIsStillTheirs() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(BASH)
                  .at("02:25:00")
                  .sign(BootSeen.Sign.SHUTDOWN_BEGUN, Optional.empty())
                  .at("02:25:01")
                  .kill(Scenes.KILL_TOOL, JAVA.pid(), TERM)
                  .reaching(281, "java")
                  .at("02:25:01.500")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.USER);
    }
  }
}
