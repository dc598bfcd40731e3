package io.killtrail.analyzer.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Texts of systemd up to v248, and of builds that kept to it, give a job's description only. */
class DescribedUnitsTest {
  private static final UnitChanged.Change STARTING = new UnitChanged.Starting();
  private static final UnitChanged.Change STARTED = new UnitChanged.Started();
  private static final UnitChanged.Change STOPPED = new UnitChanged.Stopped(Optional.empty());

  private final Story story = new Story("web01").at("02:20:00").boots("b2");

  @Test
  void aOneshotThatIsDoneRightAfterItEndedHasJustFinished() {
    story.at("02:25:00").describes("Rotate log files", STARTING);
    story.says("other.socket", STARTED).says("more.service", STARTED);
    story.at("02:25:03").leaves("rotate-all.service").describes("Rotate log files", STARTED);

    assertThat(story.findings().cases()).isEmpty();
  }

  @Test
  void aDaemonThatEndsWhileAnotherUnitIsStartedIsStillACase() {
    story.at("02:25:00").describes("Slow Starter", STARTING);
    story.at("02:25:03").leaves("appd.service");
    story.at("02:25:20").describes("Slow Starter", STARTED);

    assertThat(story.findings().cases())
        .singleElement()
        .satisfies(told -> assertThat(told.victim().unit()).contains("appd.service"));
  }

  @Test
  void aStopAmongOthersIsThatOfTheUnitThatEndedJustBefore() {
    story.at("02:25:00").describes("Billing", stop()).describes("Ledger", stop());
    story.at("02:25:01").mainExited("b1.service", 143);
    story.says("b1.service", new UnitChanged.Failed(Optional.of("exit-code")));
    story.describes("Billing", STOPPED);
    story.at("02:25:04").mainExited("l1.service", 143);
    story.says("l1.service", new UnitChanged.Failed(Optional.of("exit-code")));
    story.describes("Ledger", STOPPED);

    assertThat(story.findings().cases())
        .hasSize(2)
        .allSatisfy(told -> assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP));
  }

  /** Up to v234. */
  @Test
  void aStopAmongOthersIsThatOfTheUnitThatFailedJustAfter() {
    story.at("02:25:00").describes("Billing", stop()).says("other.socket", STARTED);
    story.at("02:25:01").mainExited("b1.service", 143).describes("Billing", STOPPED);
    story.says("b1.service", new UnitChanged.Failed(Optional.empty()));

    assertThat(story.findings().cases())
        .singleElement()
        .satisfies(told -> assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP));
  }

  @Test
  void theStopHalfOfARestartThatNobodyAskedForIsNoStop() {
    story.at("02:25:00").mainExited("b1.service", 143);
    story.says("b1.service", new UnitChanged.Failed(Optional.of("exit-code")));
    story.says("b1.service", new UnitChanged.RestartScheduled(OptionalInt.of(1)));
    story.describes("Billing", STOPPED).describes("Billing", STARTED);
    story.at("02:30:00").describes("Billing", stop());
    story.at("02:30:01").mainExited("b1.service", 143);

    assertThat(story.findings().cases())
        .extracting(Case::cause)
        .containsExactly(Cause.UNKNOWN, Cause.UNIT_STOP);
  }

  private static UnitChanged.Change stop() {
    return new UnitChanged.Stopping(Optional.empty());
  }
}
