package io.killtrail.analyzer.history;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.ProcessExited;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which sightings of a number are of one process. */
class ProcessIdentityTest {
  private static final Who SHELL = process(500, "bash", "/usr/bin/bash").parent(400);

  private final Story story = new Story("web01").at("02:00:00").boots("b1");

  private HostHistory history() {
    HostEvidence evidence = HostEvidence.of(Optional.of("web01"), story.facts());
    HostFacts facts =
        evidence.facts(evidence.withoutSignals(), evidence.windows(Duration.ofHours(1)).getFirst());
    return HostHistory.of(facts);
  }

  private Life at(String time) {
    return history().processAt(500, Story.time(time)).orElseThrow();
  }

  private void assertOneProcess() {
    assertThat(at("02:20:00").first()).isEqualTo(at("02:10:00").first());
  }

  private void assertTwoProcesses() {
    assertThat(at("02:20:00").first()).isNotEqualTo(at("02:10:00").first());
  }

  @Test
  void execKeepsTheProcess() {
    story
        .at("02:10:00")
        .forks(SHELL)
        .at("02:20:00")
        .runs(process(500, "java", "/usr/bin/java").parent(400));

    assertOneProcess();
    assertThat(at("02:20:00").exe(Story.time("02:20:00"))).contains("/usr/bin/java");
    assertThat(at("02:10:00").exe(Story.time("02:10:00"))).contains("/usr/bin/bash");
  }

  @Test
  void aForkBeginsAnother() {
    story.at("02:10:00").runs(SHELL).at("02:20:00").forks(SHELL);

    assertTwoProcesses();
  }

  @Test
  void anExitEndsIt() {
    story
        .at("02:10:00")
        .runs(SHELL)
        .at("02:11:00")
        .ended(ProcessExited.Witness.EXIT_CALL, 500, ProcessExited.How.EXITED, 0)
        .at("02:20:00")
        .runs(SHELL);

    assertTwoProcesses();
  }

  @Test
  void anotherStartIsAnother() {
    story
        .at("02:10:00")
        .sees(SHELL.started("02:05:00"))
        .at("02:20:00")
        .sees(SHELL.started("02:15:00"));

    assertTwoProcesses();
  }

  @Test
  void anotherBootIsAnother() {
    story.at("02:10:00").sees(SHELL).at("02:15:00").boots("b2").at("02:20:00").sees(SHELL);

    assertTwoProcesses();
  }

  /** Without fork and exit records only the parent tells that the number came round. */
  @Test
  void anotherProgramOfAnotherParentIsAnother() {
    story
        .at("02:10:00")
        .runs(process(500, "ls", "/usr/bin/ls").parent(400))
        .at("02:20:00")
        .runs(process(500, "cat", "/usr/bin/cat").parent(450));

    assertTwoProcesses();
  }

  @Test
  void initGivesNoChildAway() {
    story
        .at("02:10:00")
        .sees(SHELL.parent(1))
        .at("02:20:00")
        .kill(SHELL.parent(450), 77, 0)
        .refused(3);

    assertTwoProcesses();
  }

  @Test
  void anOrphanIsTheSameProcess() {
    story.at("02:10:00").runs(SHELL).at("02:20:00").kill(SHELL.parent(1), 77, 0).refused(3);

    assertOneProcess();
  }

  @Test
  void anOrphanOfAUsersManagerIsTheSameProcess() {
    story.at("02:10:00").runs(SHELL).at("02:20:00").kill(SHELL.parent(450), 77, 0).refused(3);

    assertOneProcess();
  }

  /** An upgrade replaces the executable of a running process, which the kernel then marks. */
  @Test
  void aDeletedExecutableIsTheSame() {
    Who upgraded = process(500, "bash", "/usr/bin/bash (deleted)").parent(450);
    story.at("02:10:00").runs(SHELL).at("02:20:00").kill(upgraded, 77, 0).refused(3);

    assertOneProcess();
  }

  /** fork returns the child's number in the namespace of the caller. */
  @Test
  void aForkInAPidNamespaceSaysNothingOfTheHostsNumber() {
    story
        .at("02:05:00")
        .seesInNamespace(process(4000, "entry", "/app/entry"), 1)
        .at("02:10:00")
        .sees(SHELL)
        .at("02:20:00")
        .forks(process(500, "entry", "/app/entry").parent(4000));

    assertOneProcess();
    assertThat(at("02:20:00").comm(Story.time("02:20:00"))).contains("bash");
  }
}
