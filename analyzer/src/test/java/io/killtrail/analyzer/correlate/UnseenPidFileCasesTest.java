package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.BASH;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.ended;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Signals by way of PID files of which no snapshot shows what they held. */
class UnseenPidFileCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";

  @Nested
  class AThreadsNumber {
    private final Story story = day().at("02:20:05.100").runs(JAVA);

    @Test
    void fromADaemonThatHasJustStartedLikelyStoodInItsFile() {
      Case told = ended(story.at("02:22:16.200").runs(HELPERD), HELPERD, 350, "pool-46");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.OTHER_PROCESS);
    }

    @Test
    void fromADaemonThatRunsForLongMayHaveComeFromAnywhere() {
      Case told = ended(story.at("02:20:10").runs(HELPERD), HELPERD, 350, "pool-46");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.alternatives()).extracting(Alternative::cause).contains(Cause.STALE_PID_FILE);
    }

    @Test
    void fromACommandThatHasJustStartedMayHaveComeFromAnywhere() {
      Who command = process(456, "reaper", "/usr/bin/reaper").parent(640);

      Case told = ended(story.at("02:22:16.200").runs(command), command, 350, "pool-46");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void fromAPersonsShellIsThePersons() {
      Case told = ended(story.sees(BASH), BASH, 350, "pool-46");

      assertThat(told.cause()).isEqualTo(Cause.USER);
    }

    @Test
    void fromWhoHadJustReadAPidFileStoodInThat() {
      Story watched =
          dayWithSnapshot().thread(281, 350, "pool").at("02:22:16.700").reads(MONITOR, FILE);

      Case told = ended(watched, MONITOR, 350, "pool");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains(FILE);
      assertThat(told.evidence()).anyMatch(item -> item.says().contains("read PID file " + FILE));
    }

    @Test
    void fromAScriptWhoseChildHadJustReadAPidFileStoodInThat() {
      Who script = process(900, "stop-zed", "/usr/bin/dash").parent(1);
      Who cat = process(902, "cat", "/usr/bin/cat").parent(900);
      Story watched =
          dayWithSnapshot().thread(281, 350, "pool").at("02:22:16.700").reads(cat, "/run/zed.pid");

      Case told = ended(watched, script, 350, "pool");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains("/run/zed.pid");
    }

    @Test
    void didNotStandInAFileThatHeldAnother() {
      Story watched =
          dayWithSnapshot()
              .thread(281, 350, "pool")
              .pidFile("/run/zed.pid", 999, "02:21:00")
              .at("02:22:16.700")
              .reads(MONITOR, "/run/zed.pid");

      assertThat(ended(watched, MONITOR, 350, "pool").pidFile()).isEmpty();
    }
  }

  @Nested
  class AProcesssNumber {
    /** The command line of many daemons names the file into which they write their own number. */
    @Test
    void fromADaemonThatHasAPidFileOfItsOwnNeedNotHaveStoodInThat() {
      Who monit =
          process(512, "monit", "/usr/bin/monit")
              .command("monit -c /etc/monitrc -p /run/monit.pid")
              .unit("monit.service")
              .started("02:20:06");

      Case told = ended(dayWithSnapshot().sees(monit), monit, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void fromADaemonThatStartsAndNamesItsOwnFileLikelyStoodInThat() {
      Who starting = HELPERD.command("helperd --pidfile " + FILE);

      Case told = ended(dayWithSnapshot().at("02:22:16").runs(starting), starting, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains(FILE);
    }

    @Test
    void ofTheSendersOwnChildNeedsNoFile() {
      Who boss =
          process(300, "superv", "/usr/bin/superv").command("superv --pidfile /run/superv.pid");
      Who child = process(310, "probe", "/usr/bin/probe").parent(300);

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(child)
                  .at("02:25:00")
                  .runs(boss)
                  .at("02:25:01")
                  .kill(boss, 310, TERM)
                  .reaching(310, "probe"));

      assertThat(told.cause()).isEqualTo(Cause.SUPERVISOR);
    }

    @Test
    void fromWhoHadJustReadTheVictimsFileIsAValidUse() {
      Story watched = dayWithSnapshot().at("02:22:16.700").reads(MONITOR, "/run/appd.pid");

      Case told = ended(watched, MONITOR, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }
  }
}
