package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.systemd;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.ENDED_143;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.recording.RuleGroup;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Deaths for which no recorded signal accounts. */
class NoSenderCasesTest {
  private static final int SEGV = 11;

  @Nested
  class WhenMemoryRanOut {
    @Test
    void theManagersLateSigtermToTheDeadIsNotTheCause() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .says(APPD, new UnitChanged.OutOfMemory())
                  .at("02:25:00.010")
                  .terminates(281, "java")
                  .at("02:25:00.100")
                  .ends(APPD, Witness.MANAGER_MAIN, How.KILLED, KILL, "oom-kill"));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.sender()).isEmpty();
      assertThat(told.signal()).isEmpty();
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void longBeforeTheEndItIsNotTheCause() {
      List<Case> cases =
          Scenes.cases(
              day()
                  .at("02:25:00")
                  .outOfMemory(APPD, 990)
                  .says(APPD, new UnitChanged.OutOfMemory())
                  .at("02:45:00")
                  .exited(APPD, 143));

      assertThat(cases).extracting(Case::cause).containsExactly(Cause.KERNEL, Cause.OWN_EXIT);
      assertThat(cases.getFirst().victim().unit()).contains(APPD);
      assertThat(cases.getLast().victim().pid()).isEmpty();
      assertThat(cases.getLast().flags()).containsExactly(ENDED_143);
    }

    @Test
    void beforeAnExitOfAnotherKindItIsNotTheCauseUnlessTheManagerSaysSo() {
      Story story = day().at("02:25:00").outOfMemory(APPD, 990).at("02:25:01");

      assertThat(Scenes.cases(story.exited(APPD, 143)))
          .extracting(Case::cause)
          .contains(Cause.OWN_EXIT);
    }

    /** OOMPolicy=stop: the manager stops what is left of the unit. */
    @Test
    void ofALesserProcessTheManagerSaysThatTheUnitEndedForIt() {
      Case told =
          theCase(
              day()
                  .at("02:25:00")
                  .outOfMemory(APPD, 990)
                  .says(APPD, new UnitChanged.OutOfMemory())
                  .at("02:25:01")
                  .ends(APPD, Witness.MANAGER_MAIN, How.EXITED, 143, "oom-kill"));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.exit().status()).hasValue(143);
      assertThat(told.victim().pid()).isEmpty();
      assertThat(told.victim().comm()).isEmpty();
    }

    /** Kernels before 4.19 name no control group, systemd before v243 gives no such result. */
    @Test
    void theKernelsLineAndTheManagersAreOneDeath() {
      Case told =
          theCase(
              day()
                  .at("02:25:00")
                  .ended(Witness.KERNEL_OOM, 281, How.KILLED, KILL)
                  .at("02:25:00.300")
                  .killed(APPD, KILL));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.victim().unit()).contains(APPD);
      assertThat(told.victim().pid()).hasValue(281);
    }

    @Test
    void theKernelsLineTellsNoUnitsDeathWhereTwoWereKilled() {
      List<Case> cases =
          Scenes.cases(
              day()
                  .at("02:25:00")
                  .ended(Witness.KERNEL_OOM, 281, How.KILLED, KILL)
                  .at("02:25:00.300")
                  .killed(APPD, KILL)
                  .at("02:25:00.400")
                  .killed("other.service", KILL));

      assertThat(cases)
          .extracting(Case::cause)
          .containsExactlyInAnyOrder(Cause.KERNEL, Cause.UNKNOWN, Cause.UNKNOWN);
    }

    @Test
    void theKernelsOwnLineIsEnough() {
      Case told = theCase(day().at("02:25:00").ended(Witness.KERNEL_OOM, 3000, How.KILLED, KILL));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
      assertThat(told.victim().pid()).isEqualTo(OptionalInt.of(3000));
    }
  }

  @Nested
  class WhenAProcessFaulted {
    @Test
    void withoutASenderItIsTheKernel() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .ended(Witness.ABEND, 281, How.DUMPED, SEGV)
                  .at("02:25:00.100")
                  .ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, SEGV, "core-dump"));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
      assertThat(told.exit().status()).hasValue(SEGV);
      assertThat(told.victim().pid()).hasValue(281);
    }

    @Test
    void aSenderOfThatSignalIsTheCause() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59.990")
                  .kill(MONITOR, 281, SEGV)
                  .reaching(281, "java")
                  .at("02:25:00")
                  .ended(Witness.ABEND, 281, How.DUMPED, SEGV)
                  .at("02:25:00.100")
                  .ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, SEGV, "core-dump"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.sender().orElseThrow().pid()).hasValue(512);
    }

    @Test
    void aSenderOfAnotherSignalIsNot() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59.990")
                  .kill(MONITOR, 281, 10)
                  .reaching(281, "java")
                  .at("02:25:00")
                  .ended(Witness.ABEND, 281, How.DUMPED, SEGV)
                  .at("02:25:00.100")
                  .ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, SEGV, "core-dump"));

      assertThat(told.cause()).isEqualTo(Cause.KERNEL);
    }
  }

  @Nested
  class WhenANumberDiesAgain {
    @Test
    void inTheNextBootItIsAnother() {
      assertThat(
              Scenes.cases(
                  day()
                      .at("02:25:00")
                      .ended(Witness.ABEND, 3000, How.DUMPED, SEGV)
                      .at("02:25:03")
                      .boots("b3")
                      .at("02:25:04")
                      .ended(Witness.ABEND, 3000, How.DUMPED, SEGV)))
          .extracting(Case::boot)
          .containsExactly(Optional.of("b2"), Optional.of("b3"));
    }

    @Test
    void muchLaterItIsAnother() {
      assertThat(
              Scenes.cases(
                  day()
                      .at("02:25:00")
                      .ended(Witness.ABEND, 3000, How.DUMPED, SEGV)
                      .at("02:45:00")
                      .ended(Witness.KERNEL_OOM, 3000, How.KILLED, KILL)))
          .extracting(told -> told.exit().status().orElse(0))
          .containsExactly(SEGV, KILL);
    }

    @Test
    void aSecondWitnessOfTheSameDeathIsNoOther() {
      assertThat(
              Scenes.cases(
                  day()
                      .at("02:25:00")
                      .ended(Witness.ABEND, 3000, How.DUMPED, SEGV)
                      .at("02:25:00.400")
                      .ended(Witness.ABEND, 3000, How.DUMPED, SEGV)))
          .hasSize(1);
    }

    @Test
    void theLineOfALongCoreDumpIsNoOther() {
      assertThat(
              Scenes.cases(
                  day()
                      .at("02:25:00")
                      .ended(Witness.ABEND, 3000, How.KILLED, SEGV)
                      .at("02:28:00")
                      .ended(Witness.COREDUMP, 3000, How.DUMPED, SEGV)))
          .hasSize(1);
    }

    @Test
    void theLineOfALongCoreDumpAfterAUnitsEndIsNoOther() {
      assertThat(
              Scenes.cases(
                  dayWithSnapshot()
                      .at("02:25:00")
                      .ended(Witness.ABEND, 281, How.KILLED, SEGV)
                      .at("02:25:00.100")
                      .ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, SEGV, "core-dump")
                      .at("02:25:40")
                      .ended(Witness.COREDUMP, 281, How.DUMPED, SEGV)))
          .hasSize(1);
    }
  }

  @Nested
  class WhenItLeftByItself {
    @Test
    void status143IsLikelyItsOwnAndTheOthersAreNamed() {
      Case told = theCase(dayWithSnapshot().at("02:25:00").exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.flags()).containsExactly(ENDED_143);
      assertThat(told.sender()).isEmpty();
      assertThat(told.alternatives())
          .extracting(Alternative::cause)
          .contains(Cause.KERNEL, Cause.OTHER_PROCESS);
    }

    @Test
    void status71IsProvenItsOwn() {
      Case told = theCase(dayWithSnapshot().at("02:25:00").exited(APPD, 71));

      assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.flags()).isEmpty();
      assertThat(told.exit().status()).hasValue(71);
      assertThat(told.exit().unitResult()).contains("exit-code");
    }

    @Test
    void itsExitCallIsPartOfTheSameDeath() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59.950")
                  .ended(Witness.EXIT_CALL, 281, How.EXITED, 143)
                  .at("02:25:00")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
      assertThat(told.evidence()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatTheManagerTidiesAfterwardsIsNotTheCause() {
      List<Case> told =
          Scenes.cases(
              dayWithSnapshot()
                  .at("02:25:00")
                  .exited(APPD, 143)
                  .at("02:25:00.020")
                  .terminates(290, "worker"));

      assertThat(told)
          .filteredOn(one -> one.victim().pid().equals(OptionalInt.of(281)))
          .extracting(Case::cause)
          .containsExactly(Cause.OWN_EXIT);
    }
  }

  @Nested
  class WhenAuditWasNotHeard {
    @Test
    void status143IsUndecidedAndTheCaseSaysWhatWasMissing() {
      List<Case> cases =
          new Story("web01")
              .at("02:20:00")
              .boots("b2")
              .starts(APPD)
              .at("02:25:00")
              .exited(APPD, 143)
              .findings()
              .cases();

      assertThat(cases).hasSize(1);
      Case told = cases.getFirst();
      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.confidence()).isEqualTo(Confidence.POSSIBLE);
      assertThat(told.flags()).containsExactly(ENDED_143);
      assertThat(told.alternatives())
          .extracting(Alternative::cause)
          .contains(Cause.OTHER_PROCESS, Cause.KERNEL, Cause.OWN_EXIT);
      assertThat(told.advice())
          .anySatisfy(text -> assertThat(text).contains(RuleGroup.SIGNALS.rule()));
    }

    @Test
    void deathBySigkillIsUndecidedToo() {
      List<Case> cases =
          new Story("web01")
              .at("02:20:00")
              .boots("b2")
              .starts(APPD)
              .at("02:25:00")
              .killed(APPD, KILL)
              .findings()
              .cases();

      assertThat(cases).extracting(Case::cause).containsExactly(Cause.UNKNOWN);
    }

    @Test
    void whatTheKernelMayHaveDoneIsNamedByTheSignal() {
      assertThat(why(unheard().killed(APPD, KILL), Cause.KERNEL))
          .contains("want of memory")
          .contains("cgroup.kill")
          .contains("PID namespace")
          .contains("PR_SET_PDEATHSIG");
      assertThat(why(unheard().exited(APPD, 143), Cause.KERNEL)).contains("PR_SET_PDEATHSIG");
      assertThat(why(unheard().exited(APPD, 129), Cause.KERNEL)).contains("terminal");
    }

    @Test
    void whoWasKilledDidNotLeaveByItselfButMayHaveSignalledItself() {
      Story story = unheard().ends(APPD, Witness.MANAGER_MAIN, How.DUMPED, 6, "core-dump");

      assertThat(why(story, Cause.SELF)).contains("abort()");
      assertThat(why(unheard().killed(APPD, KILL), Cause.SELF)).contains("itself");
    }

    private static Story unheard() {
      return new Story("web01").at("02:20:00").boots("b2").starts(APPD).at("02:25:00");
    }

    private static String why(Story story, Cause cause) {
      return story.findings().cases().getFirst().alternatives().stream()
          .filter(alternative -> alternative.cause() == cause)
          .map(Alternative::whyNot)
          .findFirst()
          .orElseThrow();
    }

    @Test
    void theReportSaysThatNoSignalWasRecorded() {
      HostFindings findings = new Story("web01").at("02:20:00").boots("b2").starts(APPD).findings();

      assertThat(findings.coverage())
          .anySatisfy(gap -> assertThat(gap.problem()).contains("no audit records"));
    }
  }

  @Nested
  class WhenAStartFailed {
    private final Story story =
        day().at("02:25:00").says("fork.service", new UnitChanged.Starting());

    @Test
    void theCommandThatFailedTellsTheStatus() {
      story.at("02:25:02");
      Case told =
          theCase(story.ends("fork.service", Witness.MANAGER_CONTROL, How.EXITED, 4, "exit-code"));

      assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
      assertThat(told.exit().status()).hasValue(4);
    }

    @Test
    void aCommandOfItsStopDoesNot() {
      story.says("fork.service", new UnitChanged.Started()).at("02:30:00");
      Case told =
          theCase(story.ends("fork.service", Witness.MANAGER_CONTROL, How.EXITED, 4, "exit-code"));

      assertThat(told.exit().status()).isEmpty();
    }
  }

  @Nested
  class WhenAUnitFailsAgainAndAgain {
    private Story loop(int times) {
      Story story = day();
      for (int i = 0; i < times; i++) {
        story
            .at("02:2" + i + ":10")
            .exited("flaky.service", 1)
            .at("02:2" + i + ":10.100")
            .says("flaky.service", new UnitChanged.RestartScheduled(OptionalInt.of(i + 1)))
            .at("02:2" + i + ":11")
            .starts("flaky.service");
      }
      return story;
    }

    @Test
    void itIsOneRowInsteadOfCases() {
      HostFindings findings = loop(5).at("02:59:00").quiet().findings();

      assertThat(findings.cases()).isEmpty();
      assertThat(findings.restartLoops())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.unit()).isEqualTo("flaky.service");
                assertThat(row.restarts()).isEqualTo(5);
                assertThat(row.status()).hasValue(1);
                assertThat(row.first()).isEqualTo(Story.time("02:20:10"));
                assertThat(row.last()).isEqualTo(Story.time("02:24:10"));
                assertThat(row.advice()).contains("RestartSec");
              });
    }

    @Test
    void itTellsHowFast() {
      assertThat(loop(5).findings().restartLoops().getFirst().interval()).hasMinutes(1);
    }

    @Test
    void hoursApartTheyAreNoLoop() {
      Story story = day();
      for (int hour = 3; hour < 8; hour++) {
        story.at("0" + hour + ":00:00").exited("flaky.service", 1);
        story.says("flaky.service", new UnitChanged.RestartScheduled(OptionalInt.of(hour)));
        story.starts("flaky.service");
      }
      HostFindings findings = story.at("09:00:00").quiet().findings();

      assertThat(findings.restartLoops()).isEmpty();
      assertThat(findings.cases()).hasSize(5);
    }

    @Test
    void endsWithoutFailureAreALoopToo() {
      Story story = new Story("web01").at("02:20:00").boots("b2").starts("flaky.service");
      for (int i = 0; i < 4; i++) {
        story.at("02:2" + i + ":10").leaves("flaky.service");
        story.says("flaky.service", new UnitChanged.RestartScheduled(OptionalInt.of(i + 1)));
        story.says("flaky.service", new UnitChanged.Stopped(Optional.of("done")));
        story.starts("flaky.service");
      }
      HostFindings findings = story.findings();

      assertThat(findings.cases()).isEmpty();
      assertThat(findings.restartLoops())
          .singleElement()
          .satisfies(row -> assertThat(row.status()).isEmpty())
          .satisfies(row -> assertThat(row.advice()).contains("Restart=on-failure"));
    }

    @Test
    void faultsAreToldOnce() {
      HostFindings findings = repeated(How.DUMPED, SEGV, "core-dump").findings();

      assertThat(findings.cases()).isEmpty();
      assertThat(findings.restartLoops().getFirst().status()).hasValue(SEGV);
      assertThat(findings.restartLoops().getFirst().advice()).contains("SIGSEGV");
    }

    @Test
    void eachUnexplained143StaysACase() {
      HostFindings findings = repeated(How.EXITED, 143, "exit-code").findings();

      assertThat(findings.cases()).hasSize(4).allMatch(told -> told.flags().contains(ENDED_143));
      assertThat(findings.restartLoops().getFirst().advice())
          .contains("SuccessExitStatus=143")
          .contains("RestartForceExitStatus=143");
    }

    /** Of a host without audit. */
    private static Story repeated(How how, int status, String result) {
      Story story = new Story("web01").at("02:20:00").boots("b2").starts("flaky.service");
      for (int i = 0; i < 4; i++) {
        story.at("02:2" + i + ":10");
        story.ends("flaky.service", Witness.MANAGER_MAIN, how, status, result);
        story.says("flaky.service", new UnitChanged.RestartScheduled(OptionalInt.of(i + 1)));
        story.starts("flaky.service");
      }
      return story;
    }

    @Test
    void twoFailuresAreTwoCases() {
      HostFindings findings = loop(2).at("02:59:00").quiet().findings();

      assertThat(findings.restartLoops()).isEmpty();
      assertThat(findings.cases())
          .extracting(Case::cause)
          .containsExactly(Cause.OWN_EXIT, Cause.OWN_EXIT);
    }

    @Test
    void aKillAmongThemIsStillACase() {
      HostFindings findings =
          loop(4)
              .at("02:26:00")
              .kill(MONITOR, 3100, TERM)
              .reaching(3100, "flaky")
              .at("02:26:00.100")
              .exited("flaky.service", 143)
              .at("02:59:00")
              .quiet()
              .findings();

      assertThat(findings.restartLoops()).hasSize(1);
      assertThat(findings.cases())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
                assertThat(told.flags()).containsExactly(ENDED_143);
              });
    }
  }

  @Nested
  class AUnitThatEndsWithoutFailureAndWithoutAStopJob {
    @Test
    void isACaseWhereNothingWouldShowTheSignal() {
      Case told = theOnly(unheard().at("02:25:00").leaves(APPD));

      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.summary()).contains("by SIGTERM or exit 0, without a stop job");
      assertThat(told.confidence()).isEqualTo(Confidence.POSSIBLE);
      assertThat(told.flags()).isEmpty();
      assertThat(told.exit().how()).isEmpty();
      assertThat(told.alternatives())
          .extracting(alternative -> alternative.whyNot())
          .anyMatch(why -> why.contains("audit was not heard"))
          .anyMatch(why -> why.contains("exited with 0"));
    }

    @Test
    void exitedWithZeroWhereAuditWouldHaveShownASignal() {
      assertThat(Scenes.cases(day().at("02:25:00").leaves(APPD))).isEmpty();
    }

    @Test
    void isNoCaseWhereAStopJobIsDone() {
      assertThat(unheard().at("02:25:00").stopped(APPD).findings().cases()).isEmpty();
    }

    /** What systemd says when Restart= starts it anew: its stop job nobody asked for. */
    @Test
    void isACaseWhereItIsRestarted() {
      Story story = unheard().at("02:25:00").leaves(APPD);
      story.says(APPD, new UnitChanged.RestartScheduled(OptionalInt.of(1)));
      story.says(APPD, new UnitChanged.Stopped(Optional.of("done"))).starts(APPD);

      assertThat(theOnly(story).cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void hasJustFinishedWhereItIsAOneshot() {
      Story story = unheard().at("02:25:00").says("job.service", new UnitChanged.Starting());
      story.at("02:25:01").leaves("job.service").says("job.service", new UnitChanged.Started());

      assertThat(story.findings().cases()).isEmpty();
    }

    @Test
    void isOneRunWhereItIsAOneshotThatWasStartedInSight() {
      Story story = day().at("02:25:00").says("job.service", new UnitChanged.Starting());
      story.at("02:25:01").leaves("job.service").says("job.service", new UnitChanged.Started());
      story.at("02:30:00").says("job.service", new UnitChanged.Starting());
      story.at("02:30:05").kill(MONITOR, 900, TERM).reaching(900, "job");
      Case told = theCase(story.killed("job.service", TERM));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.exit().status()).hasValue(TERM);
    }

    @Test
    void leftWithAStatusOfItsOwnWhereThatIsTheNumberOfABrokenPipe() {
      Story story = day().at("02:25:00").mainExited(APPD, Signals.PIPE);

      assertThat(theCase(story.leaves(APPD)).cause()).isEqualTo(Cause.OWN_EXIT);
    }

    @Test
    void wasKilledByATermThatNobodyRecordedWhereTheManagerSaysSo() {
      Case told = theCase(day().at("02:25:00").mainKilled(APPD, TERM).leaves(APPD));

      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.exit().status()).hasValue(TERM);
      assertThat(told.flags()).containsExactly(ENDED_143);
    }

    @Test
    void byABrokenPipeIsNoCaseWhereAuditWouldHaveShownIt() {
      Story story = day().at("02:25:00").mainKilled(APPD, Signals.PIPE);

      assertThat(Scenes.cases(story.leaves(APPD))).isEmpty();
    }

    /** A day of which only the journal is there. */
    private static Story unheard() {
      return new Story("web01").at("02:20:00").boots("b2").at("02:20:05").starts(APPD);
    }

    private static Case theOnly(Story story) {
      assertThat(story.findings().cases()).hasSize(1);
      return story.findings().cases().getFirst();
    }
  }

  @Test
  void auditsServiceStopIsNoDeathOfItsOwnWhereTheManagerToldIt() {
    Case told =
        theCase(
            dayWithSnapshot()
                .at("02:25:00")
                .stops(APPD, 281, "java")
                .at("02:25:00.500")
                .exited(APPD, 143)
                .auditSays(APPD, new UnitChanged.Failed(Optional.empty())));

    assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
    assertThat(told.sender().orElseThrow().pid()).hasValue(systemd().pid());
  }
}
