package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.kill;
import static io.killtrail.ingest.audit.AuditLog.objPid;
import static io.killtrail.ingest.audit.AuditLog.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.SerialsSeen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which serials an input is said to have. */
class SerialAccountTest {
  private static List<String> accounts(String... lines) {
    return AuditLog.read(lines).facts(SerialsSeen.class).stream()
        .map(
            seen ->
                seen.provenance().node().orElse("")
                    + seen.runs().stream().map(run -> run.first() + "-" + run.last()).toList())
        .toList();
  }

  private static String login(String stamp) {
    return record("USER_LOGIN", stamp, "pid=1 res=success");
  }

  @Test
  void recordsThatSayNothingElseCountToo() {
    assertThat(
            accounts(
                kill("1795228000.001:9"),
                objPid("1795228000.001:9", 281),
                login("1795228000.005:10"),
                kill("1795228000.009:12")))
        .containsExactly("[9-10, 12-12]");
  }

  @Test
  void auditdsOwnNumbersNeverDo() {
    assertThat(
            accounts(
                record("DAEMON_START", "1795228000.001:4711", "op=start res=success"),
                login("1795228000.005:2"),
                record("DAEMON_END", "1795228000.009:4712", "op=terminate res=success")))
        .containsExactly("[2-2]");
  }

  @Test
  void aBootThatBeginsIsAnAccountOfItsOwn() {
    assertThat(
            accounts(
                login("1795228000.001:5000"),
                login("1795228000.001:5001"),
                login("1795229000.001:2"),
                login("1795229000.001:3")))
        .containsExactly("[5000-5001]", "[2-3]");
  }

  @Test
  void eachNodeHasItsOwn() {
    assertThat(
            accounts(
                "node=a " + login("1795228000.001:5"),
                "node=b " + login("1795228000.001:900"),
                "node=a " + login("1795228000.001:6")))
        .containsExactlyInAnyOrder("a[5-6]", "b[900-900]");
  }

  @Test
  void theSameBytesAreTheSameFact() {
    String[] lines = {kill("1795228000.001:9"), login("1795228000.005:10")};
    assertThat(AuditLog.read(lines).facts(SerialsSeen.class))
        .isEqualTo(AuditLog.read(lines).facts(SerialsSeen.class));
  }
}
