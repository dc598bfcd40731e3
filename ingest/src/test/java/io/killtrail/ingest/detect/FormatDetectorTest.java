package io.killtrail.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.InputFormat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDetectorTest {
  private static InputFormat detect(String head) {
    return FormatDetector.detect(head.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUDIT_LOG         | type=SYSCALL msg=audit(1795227180.500:6): arch=c000003e",
        "AUDIT_LOG         | node=web01 type=UNKNOWN[1420] msg=audit(1795227180.500:6): x",
        "JOURNAL_JSON      | {\"MESSAGE\":\"x\",\"__REALTIME_TIMESTAMP\":\"1795227180500000\"}",
        "JOURNAL_JSON      | {\"_BOOT_ID\":\"00\",\"MESSAGE\":\"x\"}",
        "AUDIT_JSON        | {\"ID\":\"1795227180.500:6\",\"SYSCALL\":{}}",
        "AUDIT_JSON        | {\"sequence\":6,\"timestamp\":\"1795227180.500\",\"messages\":[]}",
        "UNKNOWN           | {\"ID\":\"1795227180\",\"SYSCALL\":{}}",
        "JOURNAL_EXPORT    | __CURSOR=s=92b4",
        "JOURNAL_EXPORT    | _BOOT_ID=c492da03516646eb8c2a0601b742d2dc",
        "KERNEL_LOG        | [   16.937666] audit: type=1300 audit(1795227180.500:6): arch=c000003e",
        "KERNEL_LOG        | [    0.000000] Linux version 6.1.0",
        "JOURNAL_MONOTONIC | [   25.616052] web01 systemd[1]: Started x.",
        "JOURNAL_MONOTONIC | [    0.000000] web01 kernel: Linux version 6.1.0",
        "JOURNAL_MONOTONIC | [    3.100000 <    0.000100 >] web01 kernel: x",
        "KERNEL_LOG        | [    3.100000] pci 0000:00:00.0: [8086:1237] type 00",
        "KERNEL_LOG        | [    3.100000] systemd[1]: Started x.",
        "JOURNAL_SHORT     | <14>Jun 23 12:17:57 web01 audisp-syslog[673]: type=SYSCALL",
        "JOURNAL_SHORT     | notice 2026-11-21T19:47:21.374084+00:00 web01 systemd[1]: x",
        "JOURNAL_SHORT     | 2026-11-21T12:29:42Z systemd[1]: Started x.",
        "JOURNAL_SHORT     | Fri 2026-11-20 21:14:43 EST web01 systemd[1]: x",
        "JOURNAL_SHORT     | 8月 19 22:20:26 web01 systemd[1]: x",
        "KERNEL_LOG        | [Sat Nov  7 02:14:43 2026] Linux version 6.1.0",
        "UNKNOWN           | [section] x=y",
        "UNKNOWN           | Path=/usr/bin",
        "JOURNAL_SHORT     | Nov  1 02:14:43 web01 systemd[1]: Started x.",
        "JOURNAL_SHORT     | Nov 21 02:14:43 web01 kernel: Linux version",
        "JOURNAL_SHORT     | Dez 21 02:14:43 web01 cron[99]: x",
        "PROCESS_SNAPSHOT  | boot_id,captured_at,pid,tid,ppid,comm",
        "PROCESS_SNAPSHOT  | TID,Pid",
        "PID_FILE_SNAPSHOT | mtime,PATH,pid",
        "UNKNOWN           | pid,comm",
        "UNKNOWN           | {\"some\":\"json\"}",
        "AUDIT_LOG         | type=SYSCALL msg=audit(21.11.2026 02:22:16.868:68) : arch=x86_64",
        "AUDIT_LOG         | Starting auditd: type=SYSCALL msg=audit(1795227180.500:6): arch=1",
        "AUDIT_LOG         | I1019 18:54:14.1 22 net.cpp:7] 1318, audit(1795227180.500:6): opid=2",
        "UNKNOWN           | We wrote: type=SYSCALL and msg=audit(TIME:SERIAL), and then audit(1)"
      })
  void knowsAFormatByItsFirstLine(InputFormat format, String line) {
    assertThat(detect(line + "\n")).isEqualTo(format);
  }

  @Test
  void passesOverCommentsAndCutLines() {
    String record = "type=EOE msg=audit(1795227180.500:6): \n";
    assertThat(detect("# a sample\n\nut off\n" + record + record)).isEqualTo(InputFormat.AUDIT_LOG);
  }

  @Test
  void takesATextThatQuotesARecordForNoEvidence() {
    String text = "Some words.\n".repeat(20) + "type=EOE msg=audit(1795227180.500:6): \n";
    assertThat(detect(text)).isEqualTo(InputFormat.UNKNOWN);
  }

  @Test
  void takesATextThatQuotesARecordForEvidenceIfTheUserNamesIt() {
    String text = "Some words.\n".repeat(200) + "type=EOE msg=audit(1795227180.500:6): \n";
    byte[] head = text.getBytes(StandardCharsets.UTF_8);
    assertThat(FormatDetector.detectNamed(head)).isEqualTo(InputFormat.AUDIT_LOG);
  }

  @Test
  void takesTextForNoEvidenceEvenIfTheUserNamesIt() {
    byte[] head = "Some words.\n".repeat(200).getBytes(StandardCharsets.UTF_8);
    assertThat(FormatDetector.detectNamed(head)).isEqualTo(InputFormat.UNKNOWN);
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(detect("")).isEqualTo(InputFormat.UNKNOWN);
    assertThat(detect("# only\n")).isEqualTo(InputFormat.UNKNOWN);
  }
}
