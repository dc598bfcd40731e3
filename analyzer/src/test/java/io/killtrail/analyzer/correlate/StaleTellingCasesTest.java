package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.probedAndEnded;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.ingest.fact.ProcessExited;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a case of a stale PID file says beside its cause: launcher, advice, what was ruled out. */
class StaleTellingCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";
  private static final String LAUNCHED = "started by its own victim";

  private final Story story =
      dayWithSnapshot().thread(281, 350, "pool").pidFile(FILE, 350, EARLIER_BOOT);

  @Nested
  class WhenItsVictimLaunchedTheSender {
    @Test
    void theChainHoldsTheVictimAndTheAdviceSaysSo() {
      Who child = HELPERD.parent(281);

      Case told = probedAndEnded(story.at("02:22:16").forks(child), child, 350, "pool");

      assertThat(told.sender().map(Party::chain).orElse(List.of())).contains("java[281]");
      assertThat(told.advice()).anyMatch(line -> line.contains(LAUNCHED));
      assertThat(told.evidence())
          .anyMatch(item -> item.says().contains("started by its victim, java[281]"));
    }

    /** The parent of a daemon that forked twice is init. */
    @Test
    void itIsToldOfOneThatWentIntoTheBackground() {
      Who first = process(455, "java", "/usr/bin/java").parent(281);
      Who second = process(456, "java", "/usr/bin/java").parent(455);

      Case told =
          probedAndEnded(story.at("02:22:15").forks(first).forks(second), HELPERD, 350, "pool");

      assertThat(told.advice()).anyMatch(line -> line.contains(LAUNCHED));
    }

    @Test
    void itIsNotToldOfOthers() {
      Case told = probedAndEnded(story.at("02:22:15").forks(HELPERD), HELPERD, 350, "pool");

      assertThat(told.advice()).noneMatch(line -> line.contains(LAUNCHED));
    }
  }

  @Test
  void aDaemonIsToldToUseNoFile() {
    assertThat(probedAndEnded(story, HELPERD, 350, "pool").advice())
        .anyMatch(line -> line.contains("$MAINPID"));
  }

  @Test
  void whoSignalsByAToolIsToldToCheckWhatHasTheNumber() {
    Who tool =
        process(801, "start-stop-daem", "/sbin/start-stop-daemon")
            .command("start-stop-daemon --stop --pidfile " + FILE);

    assertThat(probedAndEnded(story, tool, 350, "pool").advice())
        .anyMatch(line -> line.contains("--exec"))
        .noneMatch(line -> line.contains("$MAINPID"));
  }

  @Test
  void aValidUseIsRuledOutByWhatTheNumberWas() {
    assertThat(probedAndEnded(story, HELPERD, 350, "pool").alternatives())
        .filteredOn(other -> other.cause() == Cause.VALID_PID_FILE)
        .singleElement()
        .satisfies(other -> assertThat(other.whyNot()).contains("thread"));
  }

  @Test
  void theOddsCountNobodyWhoHadEndedByThen() {
    Who gone = process(360, "gone", "/usr/bin/gone");
    Story withDead =
        story
            .at("02:21:00")
            .runs(gone)
            .at("02:21:10")
            .ended(ProcessExited.Witness.EXIT_CALL, 360, ProcessExited.How.EXITED, 0);

    Case told = probedAndEnded(withDead, HELPERD, 350, "pool");

    // java alone; the sender's own number is beyond doubt, too
    assertThat(told.pidFile().orElseThrow().odds().orElseThrow().nearbyTaken())
        .isEqualTo(2 / 512.0);
  }

  @Nested
  class WhenAFilesAgeTellsNothing {
    @Test
    void itsNameMakesTheVictimsALikelyValidUse() {
      Who ctl = process(901, "ctl", "/usr/bin/ctl").command("ctl --pidfile /run/appd.pid");

      Case told = probedAndEnded(dayWithSnapshot().pidFile("/run/appd.pid", 281), ctl, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void anotherNameMakesNone() {
      Who ctl = process(901, "ctl", "/usr/bin/ctl").command("ctl --pidfile /run/zed.pid");

      Case told = probedAndEnded(dayWithSnapshot().pidFile("/run/zed.pid", 281), ctl, 281, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }
}
