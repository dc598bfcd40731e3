package io.killtrail.analyzer.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockCorrectionTest {
  private static final Instant FIRST = Instant.parse("2026-11-21T02:22:16.856Z");
  private static final Duration NEW_YORK = Duration.ofHours(-5);

  /** So many units came up a minute apart; the short journal is this much off. */
  private static List<Fact> bothTell(int events, Duration off) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Instant time = FIRST.plus(Duration.ofSeconds(61L * i));
      facts.add(Notes.started(SourceForm.JOURNAL_JSON, "u" + i + ".service", time));
      facts.add(Notes.started(SourceForm.JOURNAL_SHORT, "u" + i + ".service", cut(time, off)));
    }
    return facts;
  }

  /** Short forms have whole seconds. */
  private static Instant cut(Instant time, Duration off) {
    return Instant.ofEpochSecond(time.plus(off).getEpochSecond());
  }

  private static ClockCorrection learn(List<Fact> facts) {
    ClockCorrection.Learner learner = new ClockCorrection.Learner(facts);
    facts.forEach(learner::hear);
    return learner.learnt();
  }

  private static Instant corrected(ClockCorrection clock, Instant local) {
    return clock
        .correct(Notes.started(SourceForm.JOURNAL_SHORT, "other.service", local))
        .provenance()
        .time();
  }

  @Test
  void aZoneIsLearntFromEventsThatBothTell() {
    ClockCorrection clock = learn(bothTell(5, NEW_YORK));

    assertThat(corrected(clock, Instant.parse("2026-11-20T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
    assertThat(clock.notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note).contains("/logs/JOURNAL_SHORT", "PT5H", "dated evidence"));
  }

  @Test
  void aZoneOfQuarterHoursIsLearntToo() {
    ClockCorrection clock = learn(bothTell(5, Duration.ofMinutes(345))); // Kathmandu

    assertThat(corrected(clock, Instant.parse("2026-11-21T08:07:20Z")))
        .isEqualTo(Instant.parse("2026-11-21T02:22:20Z"));
  }

  @Test
  void aWrongYearIsPutRight() {
    ClockCorrection clock = learn(bothTell(4, Duration.ofDays(-365)));

    assertThat(corrected(clock, Instant.parse("2025-11-21T02:22:20Z")))
        .isEqualTo(Instant.parse("2026-11-21T02:22:20Z"));
  }

  @Test
  void stampsThatAgreeStayAsTheyAre() {
    ClockCorrection clock = learn(bothTell(5, Duration.ZERO));

    assertThat(corrected(clock, FIRST)).isEqualTo(FIRST);
    assertThat(clock.notes()).isEmpty();
  }

  @Test
  void tooFewCommonEventsTeachNothing() {
    ClockCorrection clock = learn(bothTell(2, NEW_YORK));

    assertThat(corrected(clock, FIRST)).isEqualTo(FIRST);
    assertThat(clock.notes()).isEmpty();
  }

  @Test
  void datedFactsAreNeverMoved() {
    ClockCorrection clock = learn(bothTell(5, NEW_YORK));
    Fact dated = Notes.started(SourceForm.JOURNAL_JSON, "u1.service", FIRST);

    assertThat(clock.correct(dated)).isEqualTo(dated);
  }

  @Test
  void aClockThatIsOffByLessThanAZoneIsNotMoved() {
    ClockCorrection clock = learn(bothTell(5, Duration.ofMinutes(7)));

    assertThat(corrected(clock, FIRST)).isEqualTo(FIRST);
  }

  @Test
  void signalsTeachAsWellAsUnits() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Instant time = FIRST.plus(Duration.ofSeconds(100L * i));
      facts.add(Notes.signal(SourceForm.AUDIT_RAW, "audit:" + i, time, 500 + i, 1));
      facts.add(
          Notes.signal(SourceForm.JOURNAL_SHORT, "journal:" + i, cut(time, NEW_YORK), 500 + i, 1));
    }

    assertThat(corrected(learn(facts), Instant.parse("2026-11-20T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
  }

  @Test
  void withoutUndatedFactsThereIsNothingToLearn() {
    assertThat(
            new ClockCorrection.Learner(
                    List.of(Notes.started(SourceForm.JOURNAL_JSON, "u.service", FIRST)))
                .asks())
        .isFalse();
  }
}
