package io.killtrail.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactLineTest {
  private static final Provenance PROVENANCE =
      new Provenance(
          new FactId("audit:1795228936.868:484"),
          Instant.parse("2026-11-21T02:22:16.868Z"),
          SourceForm.AUDIT_RAW,
          Optional.of("web01"),
          Optional.empty(),
          OptionalLong.of(484),
          List.of(new RawRecord("/var/log/audit/audit.log", 0, "type=SYSCALL")));

  private static final Actor HELPERD =
      new Actor(
          OptionalInt.of(456),
          OptionalInt.of(1),
          Optional.of("helperd"),
          Optional.of("/usr/bin/python3.11"),
          Optional.of("python3 helperd"),
          Optional.empty(),
          Optional.of(new UserId(0, Optional.empty())),
          Optional.of(new UserId(0, Optional.empty())),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());

  private static SignalTarget target(int pid, String comm) {
    return new SignalTarget(
        pid,
        Optional.of(comm),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static SignalSent sent(
      Addressed addressed, int signal, int errno, List<SignalTarget> targets) {
    return new SignalSent(
        PROVENANCE,
        Optional.of(SignalCall.KILL),
        Optional.of("x86_64"),
        addressed,
        OptionalInt.of(signal),
        OptionalInt.of(errno),
        HELPERD,
        targets,
        Optional.of("kill"));
  }

  @Test
  void aSignalSaysWhichRecordIsMissingOrCut() {
    SignalSent alone =
        new SignalSent(
            PROVENANCE,
            Optional.empty(),
            Optional.empty(),
            new Addressed.Unknown(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Actor.UNKNOWN,
            List.of(target(281, "java")),
            Optional.empty());
    SignalSent cut =
        new SignalSent(
            PROVENANCE,
            Optional.of(SignalCall.KILL),
            Optional.of("x86_64"),
            new Addressed.Task(350),
            OptionalInt.empty(),
            OptionalInt.empty(),
            HELPERD,
            List.of(),
            Optional.empty());
    assertThat(FactLine.of(alone)).contains("281").endsWith(" [SYSCALL record missing]");
    assertThat(FactLine.of(cut)).endsWith(" [SYSCALL record cut]");
  }

  private static UnitChanged unit(UnitChanged.Change change) {
    return new UnitChanged(
        PROVENANCE,
        Optional.of("appd.service"),
        Optional.empty(),
        Optional.empty(),
        UnitChanged.Witness.SYSTEM_MANAGER,
        change);
  }

  private static ProcessExited exited(
      ProcessExited.Witness witness, Optional<String> unit, ProcessExited.How how, int status) {
    return new ProcessExited(
        PROVENANCE,
        witness,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.of(how),
        OptionalInt.of(status));
  }

  @Nested
  class Signals {
    @Test
    void tellNumberVictimAndSender() {
      SignalSent sent = sent(new Addressed.Task(350), 15, 0, List.of(target(281, "java")));
      assertThat(FactLine.of(sent))
          .isEqualTo("SIGTERM to 350 (pid 281 \"java\") by helperd[456] /usr/bin/python3.11 uid 0");
    }

    @Test
    void tellWhyTheyFailed() {
      assertThat(FactLine.of(sent(new Addressed.Task(350), 0, 3, List.of())))
          .startsWith("probe (signal 0) to 350 by helperd[456]")
          .endsWith(", failed: no such process (ESRCH)");
    }

    @Test
    void countWhatTheyDoNotName() {
      List<SignalTarget> many = Collections.nCopies(20, target(7, "w"));
      assertThat(FactLine.of(sent(new Addressed.Group(900), 15, 0, many)))
          .contains("to group 900 (pid 7 \"w\", ")
          .contains(" and 16 more)");
    }
  }

  @Test
  void tellsExits() {
    assertThat(
            FactLine.of(
                exited(
                    ProcessExited.Witness.MANAGER_MAIN,
                    Optional.of("appd.service"),
                    ProcessExited.How.EXITED,
                    143)))
        .isEqualTo("appd.service: main process ended, exit status 143 (128 + SIGTERM)");
    assertThat(
            FactLine.of(
                exited(
                    ProcessExited.Witness.ABEND, Optional.empty(), ProcessExited.How.DUMPED, 11)))
        .isEqualTo("process ended, killed by SIGSEGV, core dumped");
  }

  @Test
  void tellsUnitChanges() {
    assertThat(FactLine.of(unit(new UnitChanged.Stopping(Optional.of("restart")))))
        .isEqualTo("appd.service stopping by a restart job");
    assertThat(
            FactLine.of(
                unit(
                    new UnitChanged.TimedOut(
                        "stop-sigterm",
                        Optional.of("Killing"),
                        Optional.of(Duration.ofSeconds(90))))))
        .isEqualTo("appd.service stop-sigterm timed out after 90 s: Killing");
    assertThat(
            FactLine.of(
                unit(new UnitChanged.ClientSignal(1, OptionalInt.of(9), Optional.of("java")))))
        .isEqualTo("appd.service SIGHUP sent to java[9] on client request");
  }

  @Test
  void tellsSightings() {
    assertThat(
            FactLine.of(
                new ProcessSeen(
                    PROVENANCE,
                    ProcessSeen.By.EXEC,
                    HELPERD,
                    Optional.empty(),
                    Optional.of("helperd.service"),
                    List.of())))
        .isEqualTo("helperd[456] /usr/bin/python3.11 of helperd.service executes: python3 helperd");
    assertThat(
            FactLine.of(new ThreadSeen(PROVENANCE, 350, 281, Optional.of("w"), Optional.empty())))
        .isEqualTo("thread 350 \"w\" of process 281 alive");
    assertThat(
            FactLine.of(
                new PidFileSeen(
                    PROVENANCE,
                    PidFileSeen.By.SNAPSHOT,
                    "/run/a.pid",
                    OptionalInt.of(350),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Actor.UNKNOWN)))
        .isEqualTo("/run/a.pid holds 350");
  }

  @Test
  void tellsBootsAndGaps() {
    assertThat(FactLine.of(new BootSeen(PROVENANCE, BootSeen.Sign.AUDITD_START, Optional.empty())))
        .isEqualTo("auditd start");
    assertThat(
            FactLine.of(
                new EvidenceGap(
                    PROVENANCE,
                    EvidenceGap.Problem.AUDIT_LOST,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.of(12),
                    "audit_lost=12")))
        .isEqualTo("audit lost (12 lost): audit_lost=12");
  }
}
