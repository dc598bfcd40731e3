package io.killtrail.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Whose thread a number was when nobody looked just then. */
class ThreadSightingsTest {
  private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration LONG = Duration.ofHours(3);

  private final List<ThreadSeen> seen = new ArrayList<>();

  private void see(int tgid, Duration after, Instant started) {
    Instant time = START.plus(after);
    seen.add(
        new ThreadSeen(
            new Provenance(
                new FactId("snapshot:b/" + time + "/350"),
                time,
                SourceForm.SNAPSHOT,
                Optional.of("web01"),
                Optional.of("2b83f51991ac42c386393666cd7407d1"),
                OptionalLong.empty(),
                List.of(new RawRecord("s.csv", 0, "row"))),
            350,
            tgid,
            Optional.of("worker"),
            Optional.of(started)));
  }

  private Optional<Integer> owner(Duration after) {
    HostHistory history =
        HostHistory.of(HostEvidence.of(Optional.of("web01"), seen).withoutSignals());
    return history.threadOwner(350, START.plus(after)).map(ThreadLife::tgid);
  }

  @Test
  void itWasThereBetweenTheFirstSightingAndTheLast() {
    see(281, Duration.ofMinutes(1), START);
    see(281, LONG, START);
    assertThat(owner(LONG.dividedBy(2))).hasValue(281);
    assertThat(owner(LONG.plus(LONG))).isEmpty();
  }

  @Test
  void anotherThreadHadTheNumberLater() {
    see(281, Duration.ofMinutes(1), START);
    see(281, LONG, START.plus(LONG).minusSeconds(60));
    assertThat(owner(LONG.dividedBy(2))).isEmpty();
  }

  @Test
  void anotherProcessHadItLater() {
    see(281, Duration.ofMinutes(1), START);
    see(282, LONG, START);
    assertThat(owner(LONG.dividedBy(2))).isEmpty();
  }

  @Test
  void aMonthOfSnapshotsShowsOneThreadWhereverItsStartWasRounded() {
    for (int hour = 1; hour <= 720; hour++) {
      see(281, Duration.ofHours(hour), START.plusMillis(hour % 4 * 400L));
    }
    assertThat(owner(Duration.ofHours(1).plusMinutes(30))).hasValue(281);
    assertThat(owner(Duration.ofHours(719).plusMinutes(30))).hasValue(281);
    assertThat(owner(Duration.ofMinutes(30))).as("not seen before").isEmpty();
    assertThat(owner(Duration.ofHours(721))).as("not seen again").isEmpty();
  }

  @Test
  void twoThreadsOfOneNumberAreEachTheirOwn() {
    see(281, Duration.ofHours(1), START);
    see(281, Duration.ofHours(3), START);
    see(281, Duration.ofHours(6), START.plus(Duration.ofHours(5)));
    see(281, Duration.ofHours(9), START.plus(Duration.ofHours(5)));
    assertThat(owner(Duration.ofHours(2))).hasValue(281);
    assertThat(owner(Duration.ofHours(4))).as("between the two").isEmpty();
    assertThat(owner(Duration.ofHours(8))).hasValue(281);
  }
}
