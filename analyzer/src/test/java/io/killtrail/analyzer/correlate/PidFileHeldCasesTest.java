package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a PID file held when its number was used, by snapshots and watch records. */
class PidFileHeldCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";

  private static Story dayWithThread() {
    return dayWithSnapshot().thread(281, 350, "pool-46-worker");
  }

  @Nested
  class ByWatchRecords {
    @Test
    void readingLeavesTheNumberInIt() {
      Case told =
          ended(
              dayWithThread()
                  .pidFile(FILE, 350, EARLIER_BOOT)
                  .at("02:22:16.700")
                  .reads(HELPERD, FILE),
              HELPERD,
              350,
              "pool-46-worker");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains(FILE);
    }

    @Test
    void whoReadsTheFileIsTiedToItWhateverTheirName() {
      Case told =
          ended(
              dayWithThread()
                  .pidFile("/opt/zed/run/zed.pid", 350, EARLIER_BOOT)
                  .at("02:22:16.700")
                  .reads(MONITOR, "/opt/zed/run/zed.pid"),
              MONITOR,
              350,
              "pool-46-worker");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
    }

    @Test
    void whatIsReadUnderAnotherNameOfThePlaceIsTheSameFile() {
      Case told =
          ended(
              dayWithThread()
                  .pidFile("/var/run/zed.pid", 350, "02:20:01")
                  .at("02:22:16.700")
                  .reads(MONITOR, "/run/zed.pid"),
              MONITOR,
              350,
              "pool-46-worker");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains("/var/run/zed.pid");
    }

    @Test
    void aFileThatWasReplacedIsNotTheOneThatWasSeen() {
      Case told =
          ended(
              dayWithThread()
                  .pidFile(FILE, 350, EARLIER_BOOT)
                  .at("02:22:16.700")
                  .reads(HELPERD, FILE, 5000),
              HELPERD,
              350,
              "pool-46-worker");

      assertThat(told.pidFile().flatMap(PidFile::modified)).isEmpty();
    }

    @Test
    void aRemovedFileHoldsNothing() {
      Case told =
          ended(
              dayWithThread()
                  .pidFile(FILE, 350, EARLIER_BOOT)
                  .at("02:22:10")
                  .removes(MONITOR, FILE),
              HELPERD,
              350,
              "pool-46-worker");

      assertThat(told.pidFile().flatMap(PidFile::modified)).isEmpty();
    }

    @Test
    void whatARewrittenFileHoldsIsUnknown() {
      Case told =
          ended(
              dayWithThread().pidFile(FILE, 350, EARLIER_BOOT).at("02:22:10").writes(MONITOR, FILE),
              HELPERD,
              350,
              "pool-46-worker");

      assertThat(told.pidFile().flatMap(PidFile::modified)).isEmpty();
    }
  }

  @Nested
  class SeenOnlyInAnEarlierBoot {
    private Story nextBoot(String path, int number) {
      return new Story("web01")
          .at("01:00:00")
          .boots("b1")
          .quiet()
          .at("01:10:00")
          .pidFile(path, number, "01:00:09")
          .at("02:20:00")
          .boots("b2")
          .quiet()
          .at("02:20:05")
          .starts(APPD)
          .at("02:22:00")
          .sees(JAVA)
          .thread(281, 350, "pool-46-worker");
    }

    @Test
    void aFileUnderRunIsGone() {
      Case told = ended(nextBoot("/run/helperd.pid", 281), HELPERD, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.pidFile()).isEmpty();
    }

    @Test
    void aFileOnDiskIsStillThere() {
      Case told = ended(nextBoot(FILE, 350), HELPERD, 350, "pool-46-worker");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
    }
  }
}
