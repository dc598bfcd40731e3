package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.kill;
import static io.killtrail.ingest.audit.AuditLog.objPid;
import static io.killtrail.ingest.audit.AuditLog.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Records that are not alone on their line, or not whole. */
class OddLinesTest {
  private static final String STAMP = "1795227736.868:68";

  private static void assertTold(String... lines) {
    CollectingSink sink = AuditLog.read(lines);
    assertThat(sink.rejections()).isEmpty();
    assertThat(sink.facts(SignalSent.class)).hasSize(1);
    SignalSent signal = sink.facts(SignalSent.class).getFirst();
    assertThat(signal.sender().pid()).hasValue(456);
    assertThat(signal.sender().comm()).contains("helperd");
    assertThat(signal.addressed()).isEqualTo(new Addressed.Task(350));
    assertThat(signal.signal()).hasValue(15);
    assertThat(signal.key()).contains("kill");
    assertThat(signal.targets()).hasSize(1);
    assertThat(signal.targets().getFirst().opid()).isEqualTo(281);
    assertThat(signal.targets().getFirst().ocomm()).contains("java");
    assertThat(signal.provenance().id().text()).endsWith("audit:" + STAMP);
  }

  @Nested
  class OnOneLine {
    @Test
    void mayStandSeveral() {
      assertTold(title(STAMP) + " " + objPid(STAMP, 281) + " " + kill(STAMP));
    }

    @Test
    void mayStandTextInFront() {
      assertTold("Starting auditd: " + kill(STAMP), ">> " + objPid(STAMP, 281));
    }

    @Test
    void eachHasItsOwnTextAndPlace() {
      SignalSent signal =
          AuditLog.read(objPid(STAMP, 281) + " " + kill(STAMP)).facts(SignalSent.class).getFirst();

      assertThat(signal.provenance().raw())
          .extracting(raw -> raw.offset())
          .containsExactly(0L, (long) objPid(STAMP, 281).length() + 1);
      assertThat(signal.provenance().raw().getLast().latin1()).isEqualTo(kill(STAMP));
    }
  }

  @Nested
  class WithNumbersForTypes {
    private static String netlink(String prefix, String type, String record) {
      String after = record.substring(record.indexOf("audit("));
      return prefix + type + ", " + after;
    }

    @Test
    void areReadAsLoggersPrintThem() {
      String prefix = "I1019 18:54:14.129583 22484 auditdnetlink.cpp:769] ";
      assertTold(
          netlink(prefix, "1300", kill(STAMP)),
          netlink(prefix, "1318", objPid(STAMP, 281)),
          prefix + "1320, audit(" + STAMP + "):");
    }

    @Test
    void areReadOutOfSourceCode() {
      assertTold(quoted("1300", kill(STAMP)), quoted("1318", objPid(STAMP, 281)));
    }

    private static String quoted(String type, String record) {
      String after = record.substring(record.indexOf("audit("));
      return "    { " + type + ", \"" + after.replace("\"", "\\\"") + "\" },";
    }
  }

  @Test
  void escapesOfMarkupAreUndone() {
    assertTold(
        kill(STAMP).replace("\"", "\\\"") + "\\", objPid(STAMP, 281).replace("\"", "\\\"") + "\\");
  }

  @Test
  void aHeaderWithAFaultInItsEndIsRead() {
    assertTold(kill(STAMP).replace("868:68)", "868:68/"), objPid(STAMP, 281));
  }

  @Nested
  class WrappedOverSeveralLines {
    @Test
    void areReadAsOne() {
      assertTold(
          "    type=SYSCALL msg=audit(" + STAMP + "): arch=c000003e",
          "    syscall=62 success=yes exit=0 a0=15e a1=f a2=0",
          "    items=0 ppid=1 pid=456 auid=0 uid=0 gid=0 euid=0 tty=(none)",
          "    comm=\"helperd\" exe=\"/usr/sbin/helperd\" subj=unconfined key=\"kill\"",
          "",
          "    type=OBJ_PID msg=audit(" + STAMP + "):",
          "    opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"");
    }

    @Test
    void inTheMiddleOfANameAreReadAsOne() {
      String target = objPid(STAMP, 281);
      int cut = target.indexOf("mm=");
      assertTold(kill(STAMP), target.substring(0, cut), target.substring(cut));
    }

    @Test
    void inTheMiddleOfAQuotedNameAreReadAsOne() {
      String call = kill(STAMP);
      int cut = call.indexOf("erd\" exe");
      assertTold(call.substring(0, cut), call.substring(cut), objPid(STAMP, 281));
    }

    @Test
    void withBlanksOfEastAsianTextAreReadAsOne() {
      String blank =
          new String("\u3000".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertTold(
          blank
              + kill(STAMP)
                  .replace(" success=", " success" + blank + "=")
                  .replace("subj=", "sub" + blank + "j="),
          blank + objPid(STAMP, 281));
    }

    @Test
    void keepAllTheirLines() {
      String target = objPid(STAMP, 281);
      int cut = target.indexOf("mm=");
      SignalSent signal =
          AuditLog.read(kill(STAMP), target.substring(0, cut), target.substring(cut))
              .facts(SignalSent.class)
              .getFirst();

      assertThat(signal.provenance().raw().getLast().latin1())
          .isEqualTo(target.substring(0, cut) + "\n" + target.substring(cut));
    }

    @Test
    void endWhereTheyAreComplete() {
      CollectingSink sink =
          AuditLog.read(kill(STAMP), "a0=1 pid=7 is what I see", objPid(STAMP, 281));

      assertThat(sink.rejections()).hasSize(1);
      assertThat(sink.facts(SignalSent.class).getFirst().sender().pid()).hasValue(456);
    }
  }

  @Test
  void proseIsRejected() {
    CollectingSink sink = AuditLog.read(kill(STAMP), "The process was killed by helperd.");

    assertThat(sink.rejections()).hasSize(1);
    assertThat(sink.rejections().getFirst().reason())
        .isEqualTo("holds no audit record and no journal line");
  }
}
