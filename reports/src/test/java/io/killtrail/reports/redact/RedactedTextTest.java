package io.killtrail.reports.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTextTest {
  private static final RedactionKey KEY = RedactionKey.parse("00".repeat(32));
  private static final Pseudonyms NAMES = new Pseudonyms(KEY);
  private static final String ALICE = NAMES.user("alice");
  private static final String WEB = NAMES.host("web01");

  private final RedactedText text = new RedactedText(KEY, known(), Set.of("Acme Corp"));

  private static KnownNames known() {
    KnownNames names = new KnownNames();
    names.addUser("alice");
    names.addUser("www-data");
    NameScan scan = new NameScan(names);
    scan.host("web01.shop.example");
    scan.host("localhost");
    return names;
  }

  private String record(String line) {
    return text.record(new RawRecord("/var/log/x", 0, latin1(line))).text();
  }

  private static String latin1(String line) {
    return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPseudonymIsAlwaysTheSameWithOneKeyAndAnotherWithAnother() {
    assertThat(ALICE).matches("user-[0-9a-f]{8}").isEqualTo(new Pseudonyms(KEY).user("Alice"));
    assertThat(new Pseudonyms(RedactionKey.random()).user("alice")).isNotEqualTo(ALICE);
    assertThat(NAMES.host("web01.shop.example")).isEqualTo(WEB);
  }

  @Test
  void namesAreReplacedWhereTheyStandAsWholeWords() {
    assertThat(text.prose("queue-runner-alice.service of ALICE, not malice or alice2"))
        .isEqualTo("queue-runner-" + ALICE + ".service of " + ALICE + ", not malice or alice2");
    assertThat(text.prose("web01: on web01.shop.example, db.shop.example and localhost"))
        .isEqualTo(WEB + ": on " + WEB + ", db." + NAMES.domain("shop.example") + " and localhost");
    assertThat(text.prose("for acme corp")).isEqualTo("for " + NAMES.other("acme corp"));
  }

  @Test
  void accountsThatPackagesMakeKeepTheirNames() {
    assertThat(text.user("root")).isEqualTo("root");
    assertThat(text.user("www-data")).isEqualTo("www-data");
    assertThat(text.user("1000")).isEqualTo("1000");
    assertThat(text.user("nobodyknows")).isEqualTo(NAMES.user("nobodyknows"));
  }

  @Test
  void homesAreThoseOfUsers() {
    assertThat(text.prose("/home/alice/a.pid and /home/carol"))
        .isEqualTo("/home/" + ALICE + "/a.pid and /home/" + NAMES.user("carol"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.17", "2001:db8::1", "fe80::1", "1:2:3:4:5:6:7:8", "02:42:ac:11:00:02"})
  void addressesAreReplaced(String address) {
    assertThat(text.prose("from " + address + " port 22"))
        .isEqualTo("from " + NAMES.address(address) + " port 22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21 02:22:16.868 UTC",
        "127.0.0.1",
        "::1",
        "6.1.176",
        "audit(1795227736.868:68)",
        "std::string",
        "1795227736.868:68",
        "systemd 252.39-1"
      })
  void whatOnlyLooksLikeAnAddressStays(String plain) {
    assertThat(text.prose(plain)).isEqualTo(plain);
  }

  @Test
  void ofACommandTheProgramStays() {
    assertThat(text.command("/home/alice/run --token=s3cret 350"))
        .isEqualTo(
            "/home/"
                + ALICE
                + "/run "
                + NAMES.argument("--token=s3cret")
                + " "
                + NAMES.argument("350"));
    assertThat(text.command("-bash")).isEqualTo("-bash");
  }

  @Test
  void auditFieldsAreReplacedQuotedOrInHexadecimalDigits() {
    assertThat(
            record(
                "node=web01 type=USER_CMD msg=audit(1.0:2): pid=7 auid=1000 msg='cwd=\"/home/alice\""
                    + " cmd="
                    + HexText.encode("ls -l")
                    + " acct=\"alice\" hostname=web01"
                    + " addr=192.0.2.1 terminal=pts/0 res=success'\u001dUID=\"root\" AUID=\"alice\""))
        .isEqualTo(
            "node="
                + WEB
                + " type=USER_CMD msg=audit(1.0:2): pid=7 auid=1000 msg='cwd=\"/home/"
                + ALICE
                + "\" cmd="
                + HexText.encode("ls " + NAMES.argument("-l"))
                + " acct=\""
                + ALICE
                + "\" hostname="
                + WEB
                + " addr="
                + NAMES.address("192.0.2.1")
                + " terminal=pts/0 res=success'\u001dUID=\"root\" AUID=\""
                + ALICE
                + "\"");
  }

  @Test
  void argumentsOfAnExecveAreReplacedAndNumbersOfOtherCallsStay() {
    assertThat(record("type=EXECVE msg=audit(1.0:2): argc=3 a0=\"kill\" a1=\"-9\" a2=616220"))
        .isEqualTo(
            "type=EXECVE msg=audit(1.0:2): argc=3 a0=\"kill\" a1=\""
                + NAMES.argument("-9")
                + "\" a2="
                + HexText.encode(NAMES.argument("ab ")));
    String call = "type=SYSCALL msg=audit(1.0:2): arch=c000003e syscall=62 a0=15e a1=f pid=456";
    assertThat(record(call)).isEqualTo(call);
  }

  @Test
  void aProctitleKeepsItsProgram() {
    String title = "/usr/sbin/helperd\0/var/lib/x";
    assertThat(record("type=PROCTITLE msg=audit(1.0:2): proctitle=" + HexText.encode(title)))
        .endsWith("=" + HexText.encode("/usr/sbin/helperd\0" + NAMES.argument("/var/lib/x")));
    assertThat(record("type=PROCTITLE msg=audit(x) : proctitle=helperd /var/lib/x "))
        .endsWith("proctitle=helperd " + NAMES.argument("/var/lib/x") + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sudo[1]: alice : TTY=pts/0 ; USER=root ; COMMAND=/bin/ls /srv|COMMAND=/bin/ls arg-",
        "CRON[2]: (root) CMD (/bin/ls /srv)|CMD (/bin/ls arg-",
        "  Process: 1 ExecStart=/bin/ls /srv (code=exited, status=0)|ExecStart=/bin/ls arg-",
        "_CMDLINE=/bin/ls /srv|_CMDLINE=/bin/ls arg-",
        "{\"_CMDLINE\":\"/bin/ls /srv\"}|\"/bin/ls arg-",
        "{\"EXECVE\":{\"argc\":2,\"ARGV\":[\"/bin/ls\",\"/srv\"]}}|[\"/bin/ls\",\"arg-",
        "{\"process\":{\"args\":[\"/bin/ls\",\"/srv\"]}}|[\"/bin/ls\",\"arg-",
        "{\"messages\":[{\"type\":1309,\"data\":\"argc=2 a0=ls a1=/srv\"}]}|a0=ls a1=arg-",
        "{\"AUDIT_FIELD_CMD\":\"ls /srv\"}|\"ls arg-",
      })
  void commandsAreFoundInEveryForm(String line, String then) {
    assertThat(record(line)).contains(then).doesNotContain("srv").doesNotContain("alice");
  }

  @Test
  void namesInJsonAreReplacedByTheirField() {
    assertThat(
            record(
                "{\"_HOSTNAME\":\"db02\",\"user\":{\"name\":\"bob\",\"id\":\"1000\"},"
                    + "\"_AUDIT_FIELD_ACCT\":\"\\\"carol\\\"\",\"MESSAGE\":\"for alice\"}"))
        .isEqualTo(
            "{\"_HOSTNAME\":\""
                + NAMES.host("db02")
                + "\",\"user\":{\"name\":\""
                + NAMES.user("bob")
                + "\",\"id\":\"1000\"},\"_AUDIT_FIELD_ACCT\":\"\\\""
                + NAMES.user("carol")
                + "\\\"\",\"MESSAGE\":\"for "
                + ALICE
                + "\"}");
  }

  @Test
  void aRecordThatIsNotWhatItSeemsIsRedactedAllTheSame() {
    assertThat(record("{\"broken\": alice")).isEqualTo("{\"broken\": " + ALICE);
    assertThat(record("acct=\"alice")).doesNotContain("alice");
    assertThat(record("")).isEmpty();
  }
}
