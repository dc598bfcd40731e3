package io.killtrail.reports.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameScanTest {
  private final KnownNames names = new KnownNames();
  private final NameScan scan = new NameScan(names);

  private static Fact fact(String line) {
    RawRecord raw = new RawRecord("/var/log/audit/audit.log", 0, line);
    return new BootSeen(
        new Provenance(
            new FactId("audit:1.000:2"),
            Instant.EPOCH,
            SourceForm.AUDIT_ENRICHED,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.of(2),
            List.of(raw)),
        BootSeen.Sign.AUDITD_START,
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accepted publickey for alice from 192.0.2.1 port 45890 ssh2",
        "pam_unix(sshd:session): session opened for user alice(uid=1000) by (uid=0)",
        "pam_unix(sudo:session): session opened for user root(uid=0) by alice(uid=1000)",
        "Disconnected from user alice 192.0.2.1 port 40266",
        "Invalid user x; Disconnected from invalid user alice 192.0.2.1",
        "New session 1 of user alice.",
        "Started session-1.scope - Session 1 of User alice.",
        "   alice : TTY=pts/0 ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/true",
        "CRON[1]: (alice) CMD (true)",
        "opened /home/alice/x.pid",
        "type=USER_LOGIN msg=audit(1.0:2): pid=1 msg='op=login acct=\"alice\" res=success'",
        "type=SYSCALL msg=audit(1.0:2): auid=1000\u001dAUID=\"alice\"",
        "type=SYSCALL msg=audit(11/21/26 02:22:16.868:68) : auid=alice uid=root",
        "{\"MESSAGE\":\"Removed session of user alice.\"}",
        "{\"USER_ID\":\"alice\"}",
        "{\"user\":{\"name\":\"alice\"}}",
      })
  void findsTheUser(String line) {
    RecordText.rewrite(line, scan);
    assertThat(names.users()).contains("alice").doesNotContain("root", "true", "session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node=web01 type=SYSCALL msg=audit(1.0:2): pid=1",
        "_HOSTNAME=web01",
        "{\"_HOSTNAME\":\"web01\"}",
        "type=USER_LOGIN msg=audit(1.0:2): msg='hostname=web01 addr=? res=success'",
      })
  void findsTheHost(String line) {
    RecordText.rewrite(line, scan);
    assertThat(names.hosts()).containsExactly("web01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=SYSCALL msg=audit(1.000:2): pid=1 auid=1000\u001dAUID=\"alice\"",
        "node=a type=OBJ_PID msg=audit(1.000:2): opid=1\u001dOUID=\"alice\"",
        "type=SYSCALL msg=audit(1.000:2): pid=1 exe=\"/home/alice/x\"",
        "type=PROCTITLE msg=audit(1.000:2): proctitle=2F686F6D652F616C6963652F780031",
        "type=SYSCALL msg=audit(11/21/26 02:22:16.868:68) : auid=alice uid=root",
      })
  void findsTheUserInTheRecordsOfWhichThereAreMost(String line) {
    for (int i = 0; i < 2; i++) {
      scan.add(fact(line));
    }
    assertThat(names.users()).contains("alice");
  }

  @Test
  void takesNumbersAndPlaceholdersForNoNames() {
    RecordText.rewrite("auid=4294967295 AUID=\"unset\" hostname=? addr=? acct=\"(unknown)\"", scan);
    RecordText.rewrite("hostname=localhost hostname=192.0.2.1", scan);
    assertThat(names.users()).isEmpty();
    assertThat(names.hosts()).isEmpty();
  }
}
