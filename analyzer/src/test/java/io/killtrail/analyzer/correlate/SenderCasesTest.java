package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.ENDED_143;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.KILL_TOOL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.cases;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalCall;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Deaths by another process than the service manager, with no PID file in sight. */
class SenderCasesTest {
  /** Ends appd's java, which leaves with 143. */
  private static Story terminated(Story story, Who sender) {
    return story
        .at("02:25:00")
        .kill(sender, 281, TERM)
        .reaching(281, "java")
        .at("02:25:00.500")
        .exited(APPD, 143);
  }

  /** Up to Linux 4.8 audit wrote the number of the calling thread. */
  @Nested
  class OfAThread {
    private static final Who POOL = process(800, "poold", "/usr/sbin/poold").unit("poold.service");
    private static final Who WORKER = process(804, "worker", "/usr/sbin/poold");

    private Case ended(Who sender) {
      return theCase(terminated(dayWithSnapshot().sees(POOL).thread(800, 804, "worker"), sender));
    }

    @Test
    void isTheProcessThatTheThreadBelongsTo() {
      assertThat(ended(WORKER).sender().orElseThrow().unit()).contains("poold.service");
    }

    @Test
    void isNotTheOneWhoseThreadOnceHadTheNumber() {
      Who other = process(804, "other", "/usr/bin/other");
      assertThat(ended(other).sender().orElseThrow().unit()).isEmpty();
    }
  }

  @Nested
  class ByTheWordOfWhoGotTheSignal {
    private final Story story = dayWithSnapshot().sees(MONITOR).at("02:25:00");

    @Test
    void theSenderIsLikelyAtMost() {
      Case told = theCase(story.tells(281, MONITOR, TERM).at("02:25:00.500").exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.sender().orElseThrow().pid()).hasValue(512);
      assertThat(told.evidence()).anyMatch(line -> line.says().contains("by the word of"));
    }

    @Test
    void aRecordOfTheSameCallCounts() {
      Case told = theCase(terminated(story.tells(281, MONITOR, TERM), MONITOR));

      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.evidence()).noneMatch(line -> line.says().contains("by the word of"));
    }
  }

  @Nested
  class OfAUnitOfAnotherNameThatAJournalInTextTells {
    private Story killed(String ended) {
      return new Story("web01")
          .inText()
          .at("02:20:00")
          .boots("b2")
          .quiet()
          .at("02:24:50")
          .starts(APPD)
          .at("02:24:59.460")
          .kill(MONITOR, 900, TERM)
          .reaching(900, "worker")
          .at(ended)
          .leaves(APPD);
    }

    @Test
    void anEndWithAFractionIsTakenAsItIs() {
      assertThat(theCase(killed("02:24:59.512")).victim().unit()).contains(APPD);
    }

    @Test
    void anEndCutToTheSecondMayHaveBeenAnywhereInIt() {
      assertThat(theCase(killed("02:24:59")).victim().unit()).contains(APPD);
      assertThat(theCase(killed("02:25:00")).victim().unit()).contains(APPD);
    }

    @Test
    void anEndThatCameMuchLaterIsNotItsOwn() {
      assertThat(cases(killed("02:25:02")).getFirst().victim().unit()).isEmpty();
    }
  }

  @Nested
  class OfAPersonsSession {
    private final Story story = dayWithSnapshot().sees(BASH);

    @Test
    void killAtATerminalIsTheirs() {
      Case told = theCase(terminated(story, KILL_TOOL));

      assertThat(told.cause()).isEqualTo(Cause.USER);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.expected()).isFalse();
      assertThat(told.flags()).containsExactly(ENDED_143);
      assertThat(told.sender())
          .hasValueSatisfying(
              sender -> {
                assertThat(sender.auid()).hasValue(1000);
                assertThat(sender.tty()).contains("pts0");
                assertThat(sender.session()).hasValue(3);
              });
    }

    @Test
    void pkillWithoutATerminalIsTheirs() {
      Who pkill = process(701, "pkill", "/usr/bin/pgrep").parent(600).user(1000).login(1000, 3);

      assertThat(theCase(terminated(story, pkill)).cause()).isEqualTo(Cause.USER);
    }

    @Test
    void rootBySudoIsStillThePersonWhoLoggedIn() {
      Who kill = process(703, "kill", "/usr/bin/kill").parent(702).login(1000, 3);

      Case told = theCase(terminated(story, kill));

      assertThat(told.cause()).isEqualTo(Cause.USER);
      assertThat(told.sender().orElseThrow().auid()).hasValue(1000);
      assertThat(told.sender().orElseThrow().uid()).hasValue(0);
    }

    @Test
    void cronsSessionIsNoPersons() {
      Who cron = process(640, "cron", "/usr/sbin/cron").parent(1);
      Who shell = process(641, "sh", "/usr/bin/dash").parent(640).login(0, 9);

      Case told = theCase(terminated(story.sees(cron).sees(shell), shell));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void cronsShellOfAnOrdinaryUserIsNoPersonsEither() {
      Who cron = process(640, "cron", "/usr/sbin/cron").parent(1);
      Who shell = process(641, "sh", "/usr/bin/dash").parent(640).user(1000).login(1000, 9);

      Case told = theCase(terminated(story.sees(cron).sees(shell), shell));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void aDaemonThatWasStartedByHandIsNoPerson() {
      Who daemon = process(660, "purgerd", "/usr/sbin/purgerd").parent(1).login(1000, 3);

      assertThat(theCase(terminated(story, daemon)).cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class OfASupervisor {
    @Test
    void aParentThatEndsItsChildIsOne() {
      Who boss = process(300, "superv", "/usr/bin/superv").unit("super.service");
      Who child = process(310, "probe", "/usr/bin/probe").parent(300).unit("super.service");

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(boss)
                  .sees(child)
                  .at("02:25:00")
                  .kill(boss, 310, TERM)
                  .reaching(310, "probe"));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void acrossUnitsItIsNotExpected() {
      Who boss = process(300, "superv", "/usr/bin/superv").unit("super.service");
      Who child = process(310, "probe", "/usr/bin/probe").parent(300).unit("probe.service");

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(boss)
                  .sees(child)
                  .at("02:25:00")
                  .kill(boss, 310, TERM)
                  .reaching(310, "probe"));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
      assertThat(told.expected()).isFalse();
    }

    @Test
    void timeoutEndsItsChildAndItsOwnGroup() {
      Who timeout =
          process(320, "timeout", "/usr/bin/timeout").parent(319).command("timeout 2 sleep 60");

      List<Case> told =
          cases(
              dayWithSnapshot()
                  .at("02:25:00")
                  .kill(timeout, 321, TERM)
                  .reaching(321, "sleep")
                  .sends(timeout, SignalCall.KILL, new Addressed.OwnGroup(), TERM)
                  .reaching(321, "sleep")
                  .reaching(320, "timeout"));

      assertThat(told)
          .filteredOn(one -> one.victim().pid().equals(OptionalInt.of(321)))
          .extracting(Case::cause)
          .containsExactly(Cause.SUPERVISOR);
    }

    @Test
    void aSiblingIsNone() {
      Who boss = process(300, "superv", "/usr/bin/superv");
      Who one = process(310, "probe", "/usr/bin/probe").parent(300);
      Who other = process(311, "other", "/usr/bin/other").parent(300);

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(boss)
                  .sees(one)
                  .sees(other)
                  .at("02:25:00")
                  .kill(other, 310, TERM)
                  .reaching(310, "probe"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class ThatIsTheVictimItself {
    @Test
    void ofItsOwnAccordIsSelf() {
      Case told = theCase(terminated(dayWithSnapshot(), JAVA));

      assertThat(told.cause()).isEqualTo(Cause.SELF);
      assertThat(told.expected()).isFalse();
    }

    @Test
    void inAnswerToASignalItsSenderStands() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .kill(MONITOR, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:01")
                  .kill(JAVA, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:01.010")
                  .leaves(APPD));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.sender().orElseThrow().pid()).hasValue(512);
      assertThat(told.flags()).containsExactly(ENDED_143);
    }
  }

  @Nested
  class ThatIsAnyOtherProcess {
    @Test
    void itIsNamed() {
      Case told = theCase(terminated(dayWithSnapshot().sees(MONITOR), MONITOR));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.expected()).isFalse();
      assertThat(told.sender().orElseThrow().exe()).contains("/opt/monitor/bin/monitor");
      assertThat(told.sender().orElseThrow().unit()).contains("monitor.service");
    }

    @Test
    void aGroupIsOneCaseWithAllItsVictims() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .sends(MONITOR, SignalCall.KILL, new Addressed.Group(400), TERM)
                  .reaching(402, "sleep")
                  .reaching(401, "sleep")
                  .reaching(400, "leader"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.target()).contains(new Target(Target.Kind.GROUP, OptionalInt.of(-400)));
      assertThat(told.victim().pid()).as("first signalled").hasValue(400);
      assertThat(told.victims())
          .extracting(Victim::pid)
          .containsExactlyInAnyOrder(OptionalInt.of(400), OptionalInt.of(401), OptionalInt.of(402));
    }

    @Test
    void anOrdinaryUsersBroadcastEndsOnlyTheirOwn() {
      Who rude = process(720, "rude", "/home/bob/rude").parent(719).user(1001);

      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .sends(rude, SignalCall.KILL, new Addressed.Broadcast(), TERM)
                  .reaching(402, "sleep", 1001)
                  .reaching(2, "kthreadd", 0)
                  .reaching(281, "java", 0)
                  .reaching(401, "sleep", 1001)
                  .reaching(77, "dbus-daemon", 104));

      assertThat(told.target().orElseThrow().addressed()).isEqualTo(Target.Kind.BROADCAST);
      assertThat(told.victims())
          .extracting(Victim::pid)
          .containsExactlyInAnyOrder(OptionalInt.of(401), OptionalInt.of(402));
    }
  }

  @Nested
  class WhoseSignalEndedNobody {
    private final Story story = dayWithSnapshot();

    @Test
    void aProbeIsNoCaseButCounted() {
      HostFindings findings =
          story.at("02:25:00").kill(MONITOR, 281, 0).reaching(281, "java").findings();

      assertThat(findings.cases()).isEmpty();
      assertThat(findings.signals().bySignal()).containsEntry(0, 2L);
      assertThat(findings.signals().bySender()).containsEntry("/opt/monitor/bin/monitor", 1L);
    }

    @Test
    void aRefusedSignalIsNoCaseButCounted() {
      HostFindings findings =
          story
              .at("02:25:00")
              .kill(MONITOR, 281, TERM)
              .reaching(281, "java")
              .refused(1)
              .kill(MONITOR, 4000, TERM)
              .refused(3)
              .findings();

      assertThat(findings.cases()).isEmpty();
      assertThat(findings.signals().failed()).as("with the quiet probe").isEqualTo(3);
      assertThat(findings.signals().bySignal()).containsEntry(TERM, 2L);
    }

    @Test
    void signalsThatAreNotDeadlyByDefaultAreNoCases() {
      List<Case> told =
          cases(
              story
                  .at("02:25:00")
                  .kill(MONITOR, 281, 18)
                  .reaching(281, "java")
                  .kill(MONITOR, 281, 28)
                  .reaching(281, "java"));

      assertThat(told).isEmpty();
    }
  }
}
