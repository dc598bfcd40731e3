package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Collision;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a case says of the numbers about that of a stale PID file, and what a host was watched by.
 */
class CollisionTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";

  private static Story ended(Story story, int number) {
    return story
        .at("02:22:16.856")
        .kill(HELPERD, number, TERM)
        .reaching(281, "pool")
        .at("02:22:17.300")
        .exited(APPD, 143);
  }

  private static Collision collision(Story story) {
    return theCase(story).collision().orElseThrow();
  }

  private static Holder the(Role role, Collision collision) {
    return collision.holders().stream()
        .filter(holder -> holder.role() == role)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itHoldsTheVictimWithItsThreadsUntilItsEnd() {
    Collision collision =
        collision(
            ended(
                dayWithSnapshot()
                    .thread(281, 349, "pool")
                    .thread(281, 350, "pool")
                    .thread(281, 352, "pool")
                    .pidFile(FILE, 350, EARLIER_BOOT),
                350));
    Holder victim = the(Role.VICTIM, collision);
    assertThat(victim.pid()).isEqualTo(281);
    assertThat(victim.threads())
        .extracting(piece -> piece.first() + "-" + piece.last())
        .containsExactly("349-350", "352-352");
    assertThat(victim.to()).contains(Instant.parse("2026-11-21T02:22:17.300Z"));
    assertThat(the(Role.SENDER, collision).pid()).isEqualTo(456);
  }

  @Test
  void itHoldsTheBootInWhichTheFileWasWritten() {
    Collision collision =
        collision(
            ended(
                dayWithSnapshot().thread(281, 350, "pool").pidFile(FILE, 350, EARLIER_BOOT), 350));
    assertThat(collision.boots()).hasSize(2);
    assertThat(collision.boots().getFirst().seen().to())
        .isEqualTo(Instant.parse(EARLIER_BOOT + "Z"));
    assertThat(collision.bootsLeftOut()).isZero();
  }

  @Test
  void itHoldsWhoHadNumbersNearIt() {
    Collision collision =
        collision(
            ended(
                dayWithSnapshot()
                    .sees(process(348, "cron", "/usr/sbin/cron"))
                    .sees(process(9000, "far", "/usr/bin/far"))
                    .thread(281, 350, "pool")
                    .pidFile(FILE, 350, EARLIER_BOOT),
                350));
    assertThat(collision.holders())
        .filteredOn(holder -> holder.role() == Role.OTHER)
        .extracting(Holder::pid)
        .containsExactly(348);
  }

  @Test
  void otherCausesHaveNone() {
    Case told = theCase(ended(dayWithSnapshot(), 281));
    assertThat(told.collision()).isEmpty();
  }

  @Test
  void aHostTellsWhatItWasWatchedByAndHowOftenItSignalled() {
    Story story = ended(dayWithSnapshot().thread(281, 350, "pool"), 350);
    HostTimeline timeline = story.at("02:59:00").quiet().findings().timeline();
    assertThat(timeline.watches()).extracting(Watch::source).containsExactly(Watch.Source.values());
    assertThat(timeline.watches().get(2).heard()).hasSize(1);
    assertThat(timeline.watches().get(3).heard()).isEmpty();
    assertThat(timeline.signals().calls().values()).containsOnlyOnce(Map.of(TERM, 1L));
    assertThat(timeline.boots()).isNotEmpty();
    assertThat(List.of(timeline.watches().get(0), timeline.watches().get(1)))
        .allSatisfy(watch -> assertThat(watch.heard()).isNotEmpty());
  }
}
