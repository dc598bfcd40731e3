package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.probedAndEnded;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.PidFile.Matched;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalCall;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Whether the number in a PID file was still its owner's, by the ages of all that are concerned.
 */
class PidFileAgeCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";
  private static final Who APPCTL =
      process(801, "appctl", "/usr/bin/appctl").command("appctl stop --pidfile /run/appd.pid");

  @Nested
  class WithoutATimeOfWriting {
    @Test
    void aFileThatWasThereBeforeTheProcessIsStale() {
      Story story = day().at("02:20:01").pidFile("/run/helperd.pid", 281).at("02:22:00").sees(JAVA);

      Case told = probedAndEnded(story, HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.pidFile().orElseThrow().matched()).isEqualTo(Matched.PROCESS);
    }

    @Test
    void aFileThatWasSeenAfterItsProcessStartedTellsNothing() {
      Case told = probedAndEnded(dayWithSnapshot().pidFile(FILE, 281), HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.STALE_PID_FILE);
    }

    @Test
    void aThreadsNumberIsStaleAllTheSame() {
      Story story = dayWithSnapshot().thread(281, 350, "pool").pidFile(FILE, 350);

      assertThat(probedAndEnded(story, HELPERD, 350, "pool").cause())
          .isEqualTo(Cause.STALE_PID_FILE);
    }
  }

  @Nested
  class WrittenInTheFuture {
    @Test
    void aFileShowsNoValidUse() {
      Story story = dayWithSnapshot().pidFile("/run/helperd.pid", 281, "2027-01-01T00:00:00");

      assertThat(probedAndEnded(story, HELPERD, 281, "java").cause())
          .isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void aThreadsNumberIsStaleAllTheSame() {
      Story story =
          dayWithSnapshot()
              .thread(281, 350, "pool", "02:20:06")
              .pidFile(FILE, 350, "2027-01-01T00:00:00");

      assertThat(probedAndEnded(story, HELPERD, 350, "pool").cause())
          .isEqualTo(Cause.STALE_PID_FILE);
    }
  }

  @Nested
  class OfAThread {
    @Test
    void thatIsYoungerThanTheFileItIsStaleSinceThen() {
      Story story =
          dayWithSnapshot()
              .thread(281, 350, "pool", "02:21:30")
              .pidFile("/run/helperd.pid", 350, "02:21:00");

      Case told = probedAndEnded(story, HELPERD, 350, "pool");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().flatMap(PidFile::staleSince)).contains(Story.time("02:21:30"));
    }

    @Test
    void thatWasThereWhenTheFileWasWrittenNothingIsStale() {
      Story story =
          dayWithSnapshot()
              .thread(281, 350, "pool", "02:20:06")
              .pidFile("/run/helperd.pid", 350, "02:21:00");

      assertThat(probedAndEnded(story, HELPERD, 350, "pool").cause())
          .isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class WhoseOwnerWasSeen {
    private static final Who EARLIER = process(281, "helperd", "/usr/bin/python3.11").parent(1);

    @Test
    void itIsStaleSinceItsOwnersEnd() {
      Story story =
          new Story("web01")
              .at("02:20:00")
              .boots("b2")
              .quiet()
              .at("02:20:30")
              .sees(EARLIER.started("02:20:10"))
              .pidFile("/run/helperd.pid", 281, "02:20:11")
              .at("02:21:00")
              .ended(ProcessExited.Witness.EXIT_CALL, 281, ProcessExited.How.EXITED, 1)
              .at("02:21:30")
              .starts(APPD)
              .at("02:22:00")
              .sees(JAVA.started("02:21:30"));

      Case told =
          story
              .at("02:22:16.856")
              .kill(HELPERD, 281, TERM)
              .reaching(281, "java")
              .at("02:22:17.300")
              .exited(APPD, 143)
              .findings()
              .cases()
              .getLast();

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().flatMap(PidFile::staleSince)).contains(Story.time("02:21:00"));
      assertThat(told.evidence())
          .anySatisfy(item -> assertThat(item.says()).contains("(helperd) had the number"));
    }

    @Test
    void itIsStaleSinceTheBootAfterItsOwners() {
      Story story =
          new Story("web01")
              .at("00:30:00")
              .boots("b0")
              .quiet()
              .at("01:00:00")
              .boots("b1")
              .quiet()
              .at("02:20:00")
              .boots("b2")
              .quiet()
              .at("02:20:05")
              .starts(APPD)
              .at("02:22:00")
              .sees(JAVA)
              .pidFile(FILE, 281, "00:30:10");

      Case told = probedAndEnded(story, HELPERD, 281, "java");

      assertThat(told.pidFile().flatMap(PidFile::staleSince)).contains(Story.time("01:00:00"));
    }
  }

  @Nested
  class OfAnEarlierBoot {
    private Story nextBoot(String path) {
      return new Story("web01")
          .at("01:00:00")
          .boots("b1")
          .quiet()
          .at("01:10:00")
          .pidFile(path, 281, "01:00:09")
          .at("02:20:00")
          .boots("b2")
          .quiet()
          .at("02:20:05")
          .starts(APPD)
          .at("02:22:00")
          .sees(JAVA);
    }

    /** A daemon that gets the same number at every boot writes the same file again. */
    @Test
    void theVictimsFileMayHaveBeenWrittenAnew() {
      Who tool =
          process(801, "start-stop-daem", "/sbin/start-stop-daemon")
              .command("start-stop-daemon --stop --pidfile /var/lib/appd/appd.pid");

      Case told = probedAndEnded(nextBoot("/var/lib/appd/appd.pid"), tool, 281, "java");

      assertThat(told.cause()).isNotEqualTo(Cause.STALE_PID_FILE);
    }

    @Test
    void theSendersFileIsLikelyStale() {
      Case told = probedAndEnded(nextBoot(FILE), HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void itIsProvenOnlyWithTheVictimsStart() {
      Story withoutProcesses = day().at("02:22:00").pidFile(FILE, 281, EARLIER_BOOT);

      Case told = probedAndEnded(withoutProcesses, HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }
  }

  @Nested
  class OfAProcessGroup {
    private Story signalled(Story story, Who sender, int group) {
      return story
          .at("02:22:16.856")
          .sends(sender, SignalCall.KILL, new Addressed.Group(group), TERM);
    }

    @Test
    void itsLeaderCountsWhoeverElseWasHit() {
      Story story = dayWithSnapshot().pidFile("/run/appd.pid", 281, "02:20:07");

      Case told =
          theCase(
              signalled(story, APPCTL, 281)
                  .reaching(281, "java")
                  .reaching(290, "worker")
                  .at("02:22:17.300")
                  .exited(APPD, 143));

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.pidFile().orElseThrow().matched()).isEqualTo(Matched.PROCESS);
    }

    @Test
    void whoseLeaderIsGoneTheFileIsNotStaleForThat() {
      Story story = dayWithSnapshot().pidFile("/run/appd.pid", 400, "02:20:07");

      Case told = theCase(signalled(story, APPCTL, 400).reaching(401, "sleep"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  @Nested
  class OfTwoFilesWithTheNumber {
    private final Story story = dayWithSnapshot().pidFile("/run/appd.pid", 281, "02:20:07");

    @Test
    void theOneThatTheSenderIsTiedToCounts() {
      Case told = probedAndEnded(story.pidFile(FILE, 281, EARLIER_BOOT), HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains(FILE);
    }

    @Test
    void noneIsTheReasonOfWhoIsTiedToNeither() {
      Case told =
          probedAndEnded(
              story.pidFile("/var/lib/aaa/aaa.pid", 281, EARLIER_BOOT), MONITOR, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }

  /** A watchdog probes a process, too, before it ends it. */
  @Test
  void aProbeDoesNotTieAnybodyToAFileThatHoldsAProcesssNumberByChance() {
    Story story = dayWithSnapshot().pidFile("/var/lib/other/other.pid", 281, EARLIER_BOOT);

    Case told = probedAndEnded(story, MONITOR, 281, "java");

    assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.STALE_PID_FILE);
  }
}
