package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.ENDED_143;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Victim;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Units whose main process is a script that runs the program. */
class WrappedCasesTest {
  private static final Who SCRIPT =
      process(300, "run.sh", "/usr/bin/dash").unit(APPD).started("02:20:05");
  private static final Who WORKER =
      process(301, "java", "/usr/bin/java").parent(300).unit(APPD).started("02:20:05");

  private final Story story = day().at("02:22:00").sees(SCRIPT).sees(WORKER).at("02:25:00");

  @Test
  void theScriptPassesOnThatItsChildWasTerminated() {
    Case told =
        theCase(
            story.kill(MONITOR, 301, TERM).reaching(301, "java").at("02:25:01").exited(APPD, 143));

    assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(told.sender().orElseThrow().pid()).hasValue(512);
    assertThat(told.flags()).containsExactly(ENDED_143);
    assertThat(told.victims())
        .extracting(Victim::pid)
        .containsExactly(OptionalInt.of(300), OptionalInt.of(301));
  }

  @Test
  void aScriptThatWasTerminatedItselfPassesNothingOn() {
    story.kill(MONITOR, 300, TERM).reaching(300, "run.sh").at("02:25:00.010");
    story.kill(SCRIPT, 301, TERM).reaching(301, "java").at("02:25:01").exited(APPD, 143);

    assertThat(Scenes.cases(story))
        .filteredOn(told -> told.victim().pid().equals(OptionalInt.of(300)))
        .singleElement()
        .satisfies(told -> assertThat(told.sender().orElseThrow().pid()).hasValue(512));
  }

  @Test
  void aScriptThatLeavesWithAnotherStatusWasNotEndedByIt() {
    story.kill(MONITOR, 301, TERM).reaching(301, "java").at("02:25:01").exited(APPD, 1);

    assertThat(Scenes.cases(story))
        .filteredOn(told -> told.victim().pid().equals(OptionalInt.of(300)))
        .extracting(Case::cause)
        .containsExactly(Cause.OWN_EXIT);
  }

  @Test
  void aProcessThatIsNoneOfItsChildrenTellsNothing() {
    Who other = process(310, "java", "/usr/bin/java").unit(APPD).started("02:20:06");
    story.sees(other).kill(MONITOR, 310, TERM).reaching(310, "java");

    assertThat(Scenes.cases(story.at("02:25:01").exited(APPD, 143)))
        .filteredOn(told -> told.victim().pid().equals(OptionalInt.of(300)))
        .extracting(Case::cause)
        .containsExactly(Cause.OWN_EXIT);
  }
}
