package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.record;
import static io.killtrail.ingest.audit.AuditLog.syscall;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ProcessSeen.By;
import io.killtrail.ingest.fact.ThreadSeen;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProcessFactsTest {
  private static final String STAMP = "1795228000.007:9";

  private static ProcessSeen seen(String... lines) {
    List<ProcessSeen> seen = AuditLog.read(lines).facts(ProcessSeen.class);
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }

  @Nested
  class Programs {
    @Test
    void areRunWithTheirArguments() {
      ProcessSeen seen =
          seen(
              syscall(STAMP, 59, "a0=55 a1=56"),
              record("EXECVE", STAMP, "argc=3 a0=\"sh\" a1=\"-c\" a2=6C73202D6C"),
              AuditLog.title(STAMP));
      assertThat(seen.by()).isEqualTo(By.EXEC);
      assertThat(seen.pid()).isEqualTo(456);
      assertThat(seen.process().command()).hasValue("sh -c ls -l");
    }

    @Test
    void haveLongArgumentsInPieces() {
      ProcessSeen seen =
          seen(
              syscall(STAMP, 59, "a0=55 a1=56"),
              record("EXECVE", STAMP, "argc=3 a0=\"sh\" a1_len=6 a1[0]=\"abc\""),
              record("EXECVE", STAMP, "a1[1]=\"def\" a2=\"x\""));
      assertThat(seen.process().command()).hasValue("sh abcdef x");
    }

    @Test
    void haveABoundedCommand() {
      ProcessSeen seen =
          seen(
              syscall(STAMP, 59, "a0=55 a1=56"),
              record("EXECVE", STAMP, "argc=2 a0=\"sh\" a1=\"" + "x".repeat(9_000) + "\""));
      assertThat(seen.process().command().orElseThrow()).hasSize(4_096);
    }

    @Test
    void thatCouldNotBeRunAreNotSeen() {
      assertThat(AuditLog.read(syscall(STAMP, "c000003e", 59, "success=no exit=-2 a0=5")).facts())
          .isEmpty();
    }
  }

  @Nested
  class Children {
    @Test
    void areSeenByTheirParentsFork() {
      ProcessSeen seen = seen(syscall(STAMP, "c000003e", 57, "success=yes exit=700 a0=0"));
      assertThat(seen.by()).isEqualTo(By.FORK);
      assertThat(seen.pid()).isEqualTo(700);
      assertThat(seen.process().ppid()).hasValue(456);
      assertThat(seen.process().comm()).hasValue("helperd");
    }

    @Test
    void ofCloneAreThreadsWhenTheFlagSaysSo() {
      CollectingSink sink =
          AuditLog.read(syscall(STAMP, "c000003e", 56, "success=yes exit=720 a0=3d0f00 a1=7f"));
      assertThat(sink.facts(ProcessSeen.class)).isEmpty();
      ThreadSeen thread = sink.facts(ThreadSeen.class).getFirst();
      assertThat(thread.tid()).isEqualTo(720);
      assertThat(thread.tgid()).isEqualTo(456);
    }

    @Test
    void ofCloneOnS390HaveTheirFlagsInTheSecondArgument() {
      String arguments = "success=yes exit=720 a0=3d0f00 a1=1200011";
      ProcessSeen seen = seen(syscall(STAMP, "80000016", 120, arguments));
      assertThat(seen.by()).isEqualTo(By.FORK);
    }

    @Test
    void ofClone3AreNotTold() {
      assertThat(seen(syscall(STAMP, "c000003e", 435, "success=yes exit=720 a0=7f")).by())
          .isEqualTo(By.CALL);
    }
  }

  @Nested
  class OtherCalls {
    private String open(int serial, String more) {
      return syscall("1795228000.007:" + serial, 257, "a0=1 a1=2 a2=0") + more;
    }

    @Test
    void areToldOnlyWhenTheProcessLooksNew() {
      CollectingSink sink =
          AuditLog.read(
              open(1, ""), open(2, ""), open(3, "").replace("helperd\" exe", "other\" exe"));
      assertThat(sink.facts(ProcessSeen.class))
          .extracting(seen -> seen.provenance().serial().getAsLong())
          .containsExactly(1L, 3L);
    }

    @Test
    void areNewsAgainAfterASignalToTheProcess() {
      CollectingSink sink =
          AuditLog.read(
              open(1, ""),
              AuditLog.kill("1795228000.007:2"),
              AuditLog.objPid("1795228000.007:2", 456),
              open(3, ""));
      assertThat(sink.facts(ProcessSeen.class)).hasSize(2);
    }
  }

  @Nested
  class Exits {
    @Test
    void haveTheirStatusInTheCall() {
      String line =
          syscall(STAMP, "c000003e", 231, "a0=8f a1=e7 a2=3c").replace("success=yes ", "");
      ProcessExited exited = AuditLog.read(line).facts(ProcessExited.class).getFirst();
      assertThat(exited.witness()).isEqualTo(ProcessExited.Witness.EXIT_CALL);
      assertThat(exited.status()).hasValue(143);
      assertThat(exited.how()).hasValue(ProcessExited.How.EXITED);
      assertThat(exited.pid()).hasValue(456);
    }

    @Test
    void keepTheLowByteOfTheirStatus() {
      String line = syscall(STAMP, "c000003e", 231, "a0=ffffffff a1=0");
      assertThat(AuditLog.read(line).facts(ProcessExited.class).getFirst().status()).hasValue(255);
    }

    @Test
    void ofThreadsAreNone() {
      assertThat(AuditLog.read(syscall(STAMP, "c000003e", 60, "a0=0 a1=0")).facts()).isEmpty();
    }

    @Test
    void byFaultAreToldAtOnce() {
      String body = "auid=1 uid=0 gid=0 ses=1 pid=415 comm=\"cached\" exe=\"/x\" sig=11 res=1";
      CollectingSink sink = AuditLog.readWithoutFinish(record("ANOM_ABEND", STAMP, body));
      ProcessExited exited = sink.facts(ProcessExited.class).getFirst();
      assertThat(exited.witness()).isEqualTo(ProcessExited.Witness.ABEND);
      assertThat(exited.status()).hasValue(11);
      assertThat(exited.pid()).hasValue(415);
    }
  }
}
