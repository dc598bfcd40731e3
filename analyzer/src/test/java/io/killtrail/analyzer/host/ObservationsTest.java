package io.killtrail.analyzer.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:16.856Z");
  private static final String ID = "audit:1795227736.856:1234";

  private static List<Fact> counting(SignalRefs dated, Fact... facts) {
    Observations observations = new Observations();
    for (Fact fact : facts) {
      observations.add(fact);
    }
    ClockCorrection clock = new ClockCorrection.Learner(List.of(facts)).learnt();
    return observations.counting(clock, dated);
  }

  private static SignalRefs at(Instant... times) {
    SignalRefs refs = new SignalRefs();
    for (Instant time : times) {
      refs.add(ChronoUnit.MICROS.between(Instant.EPOCH, time), 0);
    }
    refs.sort();
    return refs;
  }

  @Nested
  class OfOneEvent {
    @Test
    void theBetterFormCountsWhicheverComesFirst() {
      SignalSent enriched = Notes.signal(SourceForm.AUDIT_ENRICHED, ID, NOW, 456, 1);
      SignalSent raw = Notes.signal(SourceForm.AUDIT_RAW, ID, NOW, 456, 1);
      SignalSent journal = Notes.signal(SourceForm.JOURNAL_JSON, ID, NOW, 456, 1);
      SignalSent printk = Notes.signal(SourceForm.KERNEL_PRINTK, ID, NOW, 456, 1);

      assertThat(counting(at(), printk, journal, raw, enriched)).containsExactly(enriched);
      assertThat(counting(at(), enriched, raw, journal, printk)).containsExactly(enriched);
      assertThat(counting(at(), printk, journal)).containsExactly(journal);
    }

    @Test
    void theOneWithMoreRecordsKnowsMore() {
      SignalSent half = Notes.signal(SourceForm.AUDIT_RAW, ID, NOW, 456, 0);
      SignalSent whole = Notes.signal(SourceForm.AUDIT_RAW, ID, NOW, 456, 1);

      assertThat(counting(at(), half, whole)).containsExactly(whole);
      assertThat(counting(at(), whole, half)).containsExactly(whole);
    }

    @Test
    void aNodeInTheIdMakesNoOther() {
      String withNode = ID.replace("audit:", "audit:web01@");
      SignalSent named = Notes.signal(SourceForm.AUDIT_ENRICHED, withNode, NOW, 456, 1);
      SignalSent bare = Notes.signal(SourceForm.JOURNAL_JSON, ID, NOW, 456, 1);

      assertThat(counting(at(), bare, named)).containsExactly(named);
    }

    @Test
    void otherSerialsAreOtherEvents() {
      SignalSent one = Notes.signal(SourceForm.AUDIT_RAW, ID, NOW, 456, 1);
      SignalSent other = Notes.signal(SourceForm.AUDIT_RAW, ID + "5", NOW, 456, 1);

      assertThat(counting(at(), one, other)).containsExactlyInAnyOrder(one, other);
    }
  }

  @Nested
  class UndatedForms {
    private final SignalSent undated =
        Notes.signal(SourceForm.JOURNAL_SHORT, "journal:x", NOW, 456, 1);

    @Test
    void areShadowedWhereDatedSignalsAreNear() {
      assertThat(counting(at(NOW.plus(Duration.ofSeconds(90))), undated)).isEmpty();
      assertThat(counting(at(NOW.minus(Duration.ofSeconds(90))), undated)).isEmpty();
    }

    @Test
    void countWhereNoDatedSignalIs() {
      Duration far = Duration.ofMinutes(3);

      assertThat(counting(at(), undated)).containsExactly(undated);
      assertThat(counting(at(NOW.minus(far), NOW.plus(far)), undated)).containsExactly(undated);
    }

    @Test
    void ofStatusBlocksAreShadowedByTheManagersOwnLines() {
      Fact status = Notes.started(SourceForm.STATUS, "u.service", NOW);
      Fact said = Notes.started(SourceForm.JOURNAL_SHORT, "v.service", NOW.plusSeconds(5));

      assertThat(counting(at(), status, said)).containsExactly(said);
      assertThat(counting(at(), status)).containsExactly(status);
    }

    @Test
    void thatReceiversTellAreDroppedWhereTheCallIsRecorded() {
      SignalSent told = Notes.told(SourceForm.JOURNAL_SHORT, NOW.plusSeconds(2), 456);
      SignalSent other = Notes.told(SourceForm.JOURNAL_SHORT, NOW.plusSeconds(2), 457);
      SignalSent late = Notes.told(SourceForm.JOURNAL_SHORT, NOW.plusSeconds(20), 456);
      List<SignalSent> signals = new ArrayList<>(List.of(undated, told, other, late));

      Retold.dropFrom(signals);

      assertThat(signals).containsExactly(undated, other, late);
    }

    @Test
    void ofUnitsAreShadowedByTheDatedJournalOnly() {
      Fact said = Notes.started(SourceForm.JOURNAL_SHORT, "u.service", NOW);
      Fact dated = Notes.started(SourceForm.JOURNAL_JSON, "v.service", NOW.plusSeconds(5));

      assertThat(counting(at(NOW), said)).containsExactly(said);
      assertThat(counting(at(), said, dated)).containsExactly(dated);
    }
  }
}
