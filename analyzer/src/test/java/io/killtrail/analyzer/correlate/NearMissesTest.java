package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PidFile.Matched;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";
  private static final int EPERM = 1;
  private static final int ESRCH = 3;

  private final Story story =
      dayWithSnapshot()
          .thread(281, 350, "pool-46-worker")
          .pidFile(FILE, 350, EARLIER_BOOT)
          .at("02:22:16.800");

  private static List<NearMiss> misses(Story story) {
    return story.at("02:59:00").quiet().findings().nearMisses();
  }

  @Test
  void aProbeOfAForeignThreadThatNoSignalFollowed() {
    assertThat(misses(story.kill(HELPERD, 350, 0).reaching(281, "pool-46-worker")))
        .singleElement()
        .satisfies(
            miss -> {
              assertThat(miss.result()).isEqualTo(NearMiss.Result.PROBE);
              assertThat(miss.pidFile().path()).contains(FILE);
              assertThat(miss.pidFile().matched()).isEqualTo(Matched.THREAD);
              assertThat(miss.sender().pid()).hasValue(456);
            });
  }

  @Test
  void aSignalThatWasRefused() {
    assertThat(
            misses(story.kill(HELPERD, 350, TERM).reaching(281, "pool-46-worker").refused(EPERM)))
        .extracting(NearMiss::result)
        .containsExactly(NearMiss.Result.DENIED);
  }

  @Test
  void aSignalThatFoundNobody() {
    assertThat(misses(story.kill(HELPERD, 350, TERM).refused(ESRCH)))
        .extracting(NearMiss::result)
        .containsExactly(NearMiss.Result.MISSED);
  }

  @Test
  void aSignalThatWasSurvived() {
    story.kill(HELPERD, 350, TERM).reaching(281, "pool-46-worker").at("02:30:00");

    assertThat(misses(story.sees(Scenes.JAVA)))
        .singleElement()
        .satisfies(miss -> assertThat(miss.result()).isEqualTo(NearMiss.Result.SURVIVED));
  }

  @Test
  void aSignalThatEndedItsVictimIsACase() {
    story.kill(HELPERD, 350, TERM).reaching(281, "pool-46-worker").at("02:22:17");

    assertThat(misses(story.exited(Scenes.APPD, 143))).isEmpty();
  }

  @Test
  void aProbeThatADeadlySignalFollowedIsPartOfTheCase() {
    assertThat(
            misses(
                story
                    .kill(HELPERD, 350, 0)
                    .reaching(281, "pool-46-worker")
                    .at("02:22:16.856")
                    .kill(HELPERD, 350, TERM)
                    .reaching(281, "pool-46-worker")))
        .isEmpty();
  }

  @Test
  void aNumberThatNoFileHoldsIsNoMiss() {
    assertThat(misses(story.kill(MONITOR, 281, 0).reaching(281, "java"))).isEmpty();
  }
}
