package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.ENDED_143;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FlagsTest {
  private static Story struck() {
    return dayWithSnapshot().at("02:25:00").kill(MONITOR, 281, TERM).reaching(281, "java");
  }

  @Nested
  class Unexpected143 {
    @Test
    void isAnExitWith143() {
      assertThat(theCase(struck().at("02:25:01").exited(APPD, 143)).flags())
          .containsExactly(ENDED_143);
    }

    @Test
    void isDeathBySigterm() {
      Case told =
          theCase(
              struck().at("02:25:01").ends(APPD, Witness.MANAGER_MAIN, How.KILLED, TERM, "signal"));

      assertThat(told.flags()).containsExactly(ENDED_143);
    }

    @Test
    void isAMainProcessWhoseUnitEndedUnaskedAfterSigterm() {
      assertThat(theCase(struck().at("02:25:01").leaves(APPD)).flags()).containsExactly(ENDED_143);
    }
  }

  @Nested
  class ButNot {
    @Test
    void anotherStatus() {
      assertThat(theCase(struck().at("02:25:01").exited(APPD, 1)).flags()).isEmpty();
    }

    @Test
    void anExitWithFifteen() {
      assertThat(theCase(struck().at("02:25:01").exited(APPD, 15)).flags()).isEmpty();
    }

    @Test
    void anExpectedDeath() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:01")
                  .stopped(APPD));

      assertThat(told.expected()).isTrue();
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void aPresumedDeathOfALesserProcess() {
      Who worker = Who.process(290, "worker", "/usr/bin/worker").parent(281).unit(APPD);

      Case told =
          theCase(
              dayWithSnapshot()
                  .sees(worker)
                  .at("02:25:00")
                  .kill(MONITOR, 290, TERM)
                  .reaching(290, "worker")
                  .at("02:30:00")
                  .sees(JAVA));

      assertThat(told.victim().pid()).hasValue(290);
      assertThat(told.flags()).isEmpty();
    }

    @Test
    void aMainProcessOfAUnitThatWentOn() {
      assertThat(Scenes.cases(struck().at("02:30:00").sees(JAVA))).isEmpty();
    }
  }
}
