package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line in all the frames that journalctl and syslog daemons put around it. */
class SyslogFramingTest {
  private static final String EXIT =
      "app.service: Main process exited, code=exited, status=143/n/a";

  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 21 02:14:43 web01 systemd[1]: ",
        "Nov 21 02:14:43.123456 web01 systemd[1]: ",
        "2026-11-21T02:14:43+0000 web01 systemd[1]: ",
        "2026-11-20T21:14:43.123456-05:00 web01 systemd[1]: ",
        "2026-11-21T02:14:43Z web01 systemd[1]: ",
        "2026-11-21T02:14:43 web01 systemd[1]: ",
        "Sat 2026-11-21 02:14:43 UTC web01 systemd[1]: ",
        "Fri 2026-11-20 21:14:43 EST web01 systemd[1]: ",
        "Sat 2026-11-21 07:44:43 +0530 web01 systemd[1]: ",
        "Sat 2026-11-21 02:14:43 UTC web01 init.scope[1]: ",
        "1795227283.123456 web01 systemd[1]: ",
        "Nov 21 02:14:43 web01 systemd: ",
        "<30>Nov 21 02:14:43 web01 systemd[1]: ",
        "<30><192.168.100.201>Nov 21 02:14:43 web01 systemd[1]: ",
        "<30>2026-11-21T02:14:43.000529+00:00 web01 systemd[1]: ",
        "<30>1 2026-11-21T02:14:43.000529+00:00 web01 systemd 1 - - ",
        "<30>1 2026-11-21T02:14:43.000529Z web01 systemd 1 ID47 [x@1 a=\"b]\\\"c\"][y@2] \uFEFF",
        "1 2026-11-21T02:14:43Z web01 systemd 1 - - ",
        "notice 2026-11-21T02:14:43.374084+00:00 web01 systemd[1]: ",
        "21 Nov 02:14:43 web01 systemd[1]: ",
        "nov. 21 02:14:43 web01 systemd[1]: ",
        "11月 21 02:14:43 web01 systemd[1]: ",
        "\uFEFFNov 21 02:14:43 web01 systemd[1]: ",
      })
  void readsTheSameLineInEveryFrame(String frame) {
    recorder.read(new JournalShortReader(), Recorder.FILE_TIME, IngestOptions.NONE, frame + EXIT);

    ProcessExited exit = recorder.only(ProcessExited.class);
    assertThat(recorder.rejections).isEmpty();
    assertThat(exit.unit()).contains("app.service");
    assertThat(exit.status()).hasValue(143);
    assertThat(exit.provenance().node()).contains("web01");
    assertThat(exit.provenance().time())
        .isBetween(Instant.parse("2026-11-21T02:14:43Z"), Instant.parse("2026-11-21T02:14:44Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T02:14:43Z systemd[1]: ",
        "Nov 21 02:14:43 systemd[1]: ",
        "Nov 21 02:14:43: systemd[1]: ",
        "8月 19 22:20:51 systemd[1]: ",
        "<30>1 2026-11-21T02:14:43Z - systemd 1 - - ",
      })
  void takesTheHostThatTheUserNamedWhereTheLineHasNone(String frame) {
    IngestOptions options =
        new IngestOptions(Optional.of("web01"), OptionalInt.empty(), Optional.empty());
    recorder.read(new JournalShortReader(), Recorder.FILE_TIME, options, frame + EXIT);

    assertThat(recorder.only(ProcessExited.class).provenance().node()).contains("web01");
  }

  @ParameterizedTest
  @CsvSource({
    "Mär 08, 3", "mar 08, 3", "8月 19, 8", "Dez 21, 12", "juil. 27, 7", "Okt  2, 10", "déc. 31, 12",
    "août 01, 8", "lip 03, 7", "srp 03, 8", "июл 03, 7", "mrt 03, 3", "set 03, 9", "ott 03, 10",
    "Ağu 03, 8", "8월 03, 8", "maj 03, 5", "Mai 03, 5", "joulu 03, 12", "12月  1, 12",
  })
  void knowsMonthsInTheLanguagesOfTheWorld(String date, int month) {
    Instant later = Instant.parse("2027-01-05T00:00:00Z");
    recorder.read(
        new JournalShortReader(),
        later,
        IngestOptions.NONE,
        date + " 02:14:43 web01 systemd[1]: " + EXIT);

    Instant time = recorder.only(ProcessExited.class).provenance().time();
    assertThat(time.atZone(ZoneId.of("UTC")).getMonthValue()).isEqualTo(month);
  }

  @Test
  void saysThatItAssumesAZoneWhereAnAbbreviationNamesSeveral() {
    ReadResult result =
        recorder.read(
            new JournalShortReader(),
            Recorder.FILE_TIME,
            IngestOptions.NONE,
            "Sat 2026-11-21 02:14:43 IST web01 systemd[1]: " + EXIT);

    assertThat(result.note()).contains("zone UTC is assumed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 21 02:14:43 web01 audispd: ",
        "Nov 21 02:14:43 web01 audispd: node=web01 ",
        "<14><10.0.0.1>Nov 21 02:14:43 web01 audisp-syslog[673]: ",
        "<14>1 2026-11-21T02:14:43Z web01 tag_audit - - - ",
        "<14>2026-11-21T02:14:43.750529+00:00 web01 audit: ",
      })
  void readsForwardedAuditRecordsAsAuditdWroteThem(String frame) {
    String event = "msg=audit(1795227283.868:68): ";
    recorder.read(
        new JournalShortReader(),
        Recorder.FILE_TIME,
        IngestOptions.NONE,
        frame
            + "type=SYSCALL "
            + event
            + "arch=c000003e syscall=62 success=yes exit=0 a0=15e a1=f ppid=1 pid=456 uid=0"
            + " comm=\"helperd\" exe=\"/usr/bin/python3\" key=\"kill\"",
        frame + "type=OBJ_PID " + event + "opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"");
    recorder.end();

    SignalSent sent = recorder.only(SignalSent.class);
    String node = frame.contains("node=") ? "web01@" : "";
    assertThat(sent.provenance().id().text()).isEqualTo("audit:" + node + "1795227283.868:68");
    assertThat(sent.provenance().form()).isEqualTo(SourceForm.AUDIT_RAW);
    assertThat(sent.provenance().node()).contains("web01");
    assertThat(sent.provenance().time()).isEqualTo("2026-11-21T02:14:43.868Z");
    assertThat(sent.provenance().raw()).hasSize(2);
    assertThat(sent.targets()).singleElement().satisfies(t -> assertThat(t.opid()).isEqualTo(281));
  }

  @Test
  void readsEnrichedRecordsWhoseSeparatorTheDaemonEscaped() {
    recorder.read(
        new JournalShortReader(),
        Recorder.FILE_TIME,
        IngestOptions.NONE,
        "Nov 21 02:14:43 web01 audispd: type=SYSCALL msg=audit(1795227283.868:68): arch=c000003e"
            + " syscall=62 success=yes exit=0 a0=15e a1=f ppid=1 pid=456 auid=1000 uid=0"
            + " comm=\"helperd\" exe=\"/usr/bin/python3\" key=\"kill\"#035ARCH=x86_64 SYSCALL=kill"
            + " AUID=\"alice\" UID=\"root\"");
    recorder.end();

    SignalSent sent = recorder.only(SignalSent.class);
    assertThat(sent.provenance().form()).isEqualTo(SourceForm.AUDIT_ENRICHED);
    assertThat(sent.sender().auid().orElseThrow().name()).contains("alice");
  }

  @Test
  void keepsHostsApartThatUseTheSameSerials() {
    String call =
        "type=SYSCALL msg=audit(1795227283.868:68): arch=c000003e syscall=62 success=yes exit=0"
            + " a0=15e a1=f pid=456 comm=\"x\"";
    String target = "type=OBJ_PID msg=audit(1795227283.868:68): opid=";
    recorder.read(
        new JournalShortReader(),
        Recorder.FILE_TIME,
        IngestOptions.NONE,
        "Nov 21 02:14:43 web01 audispd: " + call,
        "Nov 21 02:14:43 web02 audispd: " + call,
        "Nov 21 02:14:43 web01 audispd: " + target + "1 ocomm=\"a\"",
        "Nov 21 02:14:43 web02 audispd: " + target + "2 ocomm=\"a\"");
    recorder.end();

    assertThat(recorder.all(SignalSent.class))
        .extracting(s -> s.provenance().node().orElse("") + s.targets().getFirst().opid())
        .containsExactlyInAnyOrder("web011", "web022");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[ 1796.839568] "})
  void readsRecordsThatTheKernelPrinted(String stamp) {
    recorder.read(
        new JournalShortReader(),
        Recorder.FILE_TIME,
        IngestOptions.NONE,
        "Nov 21 02:14:43 web01 kernel: "
            + stamp
            + "audit: type=1300 audit(1795227283.868:68): arch=c000003e syscall=62 success=yes"
            + " exit=0 a0=15e a1=f pid=456 comm=\"x\"");
    recorder.end();

    SignalSent sent = recorder.only(SignalSent.class);
    assertThat(sent.provenance().id().text()).isEqualTo("audit:1795227283.868:68");
    assertThat(sent.provenance().form()).isEqualTo(SourceForm.KERNEL_PRINTK);
  }
}
