package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.ENDED_143;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.KILL_TOOL;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.STALE;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
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
import io.killtrail.analyzer.cases.PidFile.Matched;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.ingest.fact.ProcessExited.How;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StalePidFileCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";

  /** helperd probes the number in its file, then ends it; java leaves with 143. */
  private static Story collision(Story story, Who sender, int number, String ocomm) {
    return story
        .at("02:22:16.800")
        .kill(sender, number, 0)
        .reaching(281, ocomm)
        .at("02:22:16.856")
        .kill(sender, number, TERM)
        .reaching(281, ocomm)
        .at("02:22:17.300")
        .exited(APPD, 143);
  }

  @Nested
  class WhenTheNumberIsAThreadOfTheVictim {
    private final Story story =
        dayWithSnapshot().thread(281, 350, "pool-46-worker").pidFile(FILE, 350, EARLIER_BOOT);

    @Test
    void theSnapshotProvesTheCollision() {
      Case told = theCase(collision(story, HELPERD, 350, "pool-46-worker"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.expected()).isFalse();
      assertThat(told.flags()).containsExactly(STALE, ENDED_143);
      assertThat(told.target()).contains(new Target(Target.Kind.THREAD, OptionalInt.of(350)));
      assertThat(told.victim().pid()).hasValue(281);
      assertThat(told.victim().comm()).contains("java");
      assertThat(told.victim().unit()).contains(APPD);
      assertThat(told.exit().how()).contains(How.EXITED);
      assertThat(told.exit().status()).hasValue(143);
    }

    @Test
    void theCaseNamesTheFileAndSinceWhenItIsStale() {
      Case told = theCase(collision(story, HELPERD, 350, "pool-46-worker"));

      assertThat(told.pidFile())
          .hasValueSatisfying(
              file -> {
                assertThat(file.path()).contains(FILE);
                assertThat(file.number()).hasValue(350);
                assertThat(file.modified()).contains(Story.time(EARLIER_BOOT));
                assertThat(file.staleSince()).contains(Story.time("02:20:00"));
                assertThat(file.matched()).isEqualTo(Matched.THREAD);
                assertThat(file.odds()).isPresent();
              });
    }

    @Test
    void theCaseNamesItsSenderAndProof() {
      Case told = theCase(collision(story, HELPERD, 350, "pool-46-worker"));

      assertThat(told.sender())
          .hasValueSatisfying(
              sender -> {
                assertThat(sender.pid()).hasValue(456);
                assertThat(sender.exe()).contains("/usr/bin/python3.11");
              });
      assertThat(told.evidence())
          .anySatisfy(item -> assertThat(item.says()).contains(FILE, "350"))
          .anySatisfy(item -> assertThat(item.says()).contains("pool-46-worker", "281"));
      assertThat(told.alternatives())
          .extracting(Alternative::cause)
          .contains(Cause.UNIT_STOP, Cause.USER);
      assertThat(told.advice()).isNotEmpty();
    }

    @Test
    void aDaemonThatKeepsItsStartersLoginIsNoPerson() {
      Who byHand = HELPERD.login(1000, 7);

      Case told = theCase(collision(story, byHand, 350, "pool-46-worker"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
    }

    @Test
    void aPersonsKillOfTheProcessItselfIsTheirs() {
      Case told =
          theCase(
              story
                  .sees(BASH)
                  .at("02:22:16.856")
                  .kill(KILL_TOOL, 281, TERM)
                  .reaching(281, "java")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.USER);
      assertThat(told.pidFile()).isEmpty();
      assertThat(told.flags()).containsExactly(ENDED_143);
    }

    @Test
    void aPersonsKillOfTheThreadsNumberIsTheirs() {
      Case told =
          theCase(
              story
                  .sees(BASH)
                  .at("02:22:16.856")
                  .kill(KILL_TOOL, 350, TERM)
                  .reaching(281, "pool-46-worker")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.USER);
      assertThat(told.target()).contains(new Target(Target.Kind.THREAD, OptionalInt.of(350)));
    }

    @Test
    void theManagersStopIsNoCollision() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .stops(APPD, 281, "java")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void aSenderWithoutAnyTieToTheFileIsNotAccused() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(MONITOR, 350, TERM)
                  .reaching(281, "pool-46-worker")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.STALE_PID_FILE);
    }

    @Test
    void aFileThatHeldAnotherNumberByThenIsNotTheReason() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(HELPERD, 350, TERM)
                  .reaching(281, "pool-46-worker")
                  .at("02:22:17.300")
                  .exited(APPD, 143)
                  .at("02:25:00")
                  .pidFile(FILE, 999, "02:22:10"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class WhenTheNumberIsTheVictimsOwnPid {
    @Test
    void aProcessYoungerThanTheFileIsNotItsOwner() {
      Story story = dayWithSnapshot().pidFile("/run/helperd.pid", 281, "02:20:01");

      Case told = theCase(collision(story, HELPERD, 281, "java"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().orElseThrow().matched()).isEqualTo(Matched.PROCESS);
      assertThat(told.pidFile().orElseThrow().staleSince()).contains(Story.time("02:20:05"));
    }

    @Test
    void aFileOfAnEarlierBootIsStaleWhoeverHasTheNumber() {
      Story story = dayWithSnapshot().pidFile(FILE, 281, EARLIER_BOOT);

      Case told = theCase(collision(story, HELPERD, 281, "java"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().orElseThrow().staleSince()).contains(Story.time("02:20:00"));
      assertThat(told.flags()).containsExactly(STALE, ENDED_143);
    }

    @Test
    void theFileAloneMakesItLikely() {
      Story story = day().at("02:22:00").pidFile(FILE, 281, EARLIER_BOOT);

      Case told = theCase(collision(story, HELPERD, 281, "java"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void aFileWrittenAfterItsProcessStartedIsValid() {
      Story story = dayWithSnapshot().pidFile("/run/appd.pid", 281, "02:20:07");
      Who tool =
          process(801, "start-stop-daem", "/sbin/start-stop-daemon")
              .command("start-stop-daemon --stop --pidfile /run/appd.pid");

      Case told = theCase(collision(story, tool, 281, "java"));

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
      assertThat(told.pidFile().orElseThrow().path()).contains("/run/appd.pid");
    }

    @Test
    void aValidFileThatNothingTiesToTheSenderIsNotTheReason() {
      Story story = dayWithSnapshot().pidFile("/run/appd.pid", 281, "02:20:07");

      Case told = theCase(collision(story, MONITOR, 281, "java"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.expected()).isFalse();
    }

    @Test
    void aPersonsKillWhoseNumberHappensToStandInAFileIsTheirs() {
      Story story = dayWithSnapshot().sees(BASH).pidFile(FILE, 281, EARLIER_BOOT);

      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(KILL_TOOL, 281, TERM)
                  .reaching(281, "java")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.USER);
    }
  }

  @Nested
  class WhenNoFileWasSeen {
    private final Story story = Scenes.day().at("02:20:05.100").runs(JAVA);

    @Test
    void aDaemonThatProbesAThreadsNumberFirstLikelyHadItFromAFile() {
      Case told = theCase(collision(story, HELPERD, 350, "pool-46-worker"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.pidFile().orElseThrow().path()).isEmpty();
      assertThat(told.pidFile().orElseThrow().number()).hasValue(350);
      assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.OTHER_PROCESS);
    }

    @Test
    void theThreadsNameIsNotTheProcesss() {
      Story unseen = Scenes.day();
      Case told = theCase(collision(unseen, HELPERD, 350, "pool-46-worker"));

      assertThat(told.target().orElseThrow().addressed()).isEqualTo(Target.Kind.THREAD);
      assertThat(told.victim().comm()).isEmpty();
    }

    @Test
    void aProcessThatGetsTheNumberLaterSaysNothingOfIt() {
      Who later = process(350, "sh", "/usr/bin/dash").parent(600);

      Case told =
          theCase(collision(story, HELPERD, 350, "pool-46-worker").at("02:26:00").forks(later));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.target().orElseThrow().addressed()).isEqualTo(Target.Kind.THREAD);
    }

    @Test
    void aProcessThatHadTheNumberSaysThatItIsOneOfAnotherNamespace() {
      Who before = process(350, "sh", "/usr/bin/dash").parent(600);

      Case told =
          theCase(
              collision(story.at("02:21:00").forks(before), HELPERD, 350, "pool-46-worker")
                  .at("02:26:00")
                  .kill(before, 77, 0)
                  .refused(3));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.target().orElseThrow().addressed()).isEqualTo(Target.Kind.NAMESPACE);
    }

    @Test
    void aKillToolMayGetItsNumberAnywhere() {
      Who tool = process(800, "kill", "/usr/bin/kill").parent(799);

      Case told = theCase(collision(story, tool, 350, "pool-46-worker"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void withoutAProbeNothingPointsToAFile() {
      Case told =
          theCase(
              story
                  .at("02:22:16.856")
                  .kill(HELPERD, 350, TERM)
                  .reaching(281, "pool-46-worker")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class WhenTheNumberIsOneOfAPidNamespace {
    @Test
    void anotherProcesssThreadOfThatNumberIsNoEvidence() {
      Who inContainer = process(900, "worker", "/app/worker").parent(899);
      Who container = process(899, "entry", "/app/entry").unit("box.service");

      Case told =
          theCase(
              dayWithSnapshot()
                  .thread(281, 350, "pool-46-worker")
                  .seesInNamespace(container, 1)
                  .seesInNamespace(inContainer, 350)
                  .pidFile(FILE, 350, EARLIER_BOOT)
                  .at("02:22:16")
                  .kill(process(901, "boss", "/app/boss").parent(899), 350, TERM)
                  .reaching(900, "worker"));

      assertThat(told.cause()).isNotEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.target()).contains(new Target(Target.Kind.NAMESPACE, OptionalInt.of(350)));
      assertThat(told.flags()).isEmpty();
      assertThat(told.exit().how()).isEqualTo(Optional.empty());
    }

    @Test
    void aThreadOfSomebodyElseSaysThatTheNumberIsNoThreadOfTheVictim() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .thread(281, 350, "pool-46-worker")
                  .sees(process(900, "worker", "/app/worker").parent(899))
                  .pidFile(FILE, 350, EARLIER_BOOT)
                  .at("02:22:15")
                  .kill(HELPERD, 350, 0)
                  .reaching(900, "worker")
                  .at("02:22:16")
                  .kill(HELPERD, 350, TERM)
                  .reaching(900, "worker"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.target().orElseThrow().addressed()).isEqualTo(Target.Kind.NAMESPACE);
    }
  }
}
