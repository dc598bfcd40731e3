package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEntriesTest {
  private static final String BODY =
      "arch=c000003e syscall=62 success=yes exit=0 a0=15e a1=f a2=0 a3=0 items=0 ppid=1 pid=456"
          + " auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none)"
          + " ses=4294967295 comm=\\\"helperd\\\" exe=\\\"/usr/bin/python3.11\\\" key=\\\"kill\\\"";
  private static final String TARGET =
      "opid=281 oauid=-1 ouid=0 oses=-1 obj=unconfined ocomm=\\\"pool-46-worker\\\"";

  @Test
  void readsRecordsThatJournaldReceivedWithTheIdsOfTheAuditLog() {
    SignalSent signal = only(received("SYSCALL", BODY), received("OBJ_PID", TARGET));

    assertThat(signal.provenance().id().text()).isEqualTo("audit:1795227736.868:68");
    assertThat(signal.provenance().form()).isEqualTo(SourceForm.JOURNAL_JSON);
    assertThat(signal.provenance().node()).contains("web01");
    assertThat(signal.addressed()).isEqualTo(new Addressed.Task(350));
    assertThat(signal.targets())
        .singleElement()
        .satisfies(t -> assertThat(t.opid()).isEqualTo(281));
  }

  @Test
  void readsRecordsThatTheKernelPrinted() {
    SignalSent signal = only(printed(1300, BODY), printed(1318, TARGET));

    assertThat(signal.provenance().id().text()).isEqualTo("audit:1795227736.868:68");
    assertThat(signal.provenance().form()).isEqualTo(SourceForm.KERNEL_PRINTK);
    assertThat(signal.targets()).hasSize(1);
  }

  @Test
  void keepsTheTwoRoadsOfOneEventApart() {
    Recorder recorder =
        read(
            received("SYSCALL", BODY),
            printed(1300, BODY),
            received("OBJ_PID", TARGET),
            printed(1318, TARGET));

    assertThat(recorder.all(SignalSent.class))
        .extracting(signal -> signal.provenance().form())
        .containsExactlyInAnyOrder(SourceForm.JOURNAL_JSON, SourceForm.KERNEL_PRINTK);
    assertThat(recorder.all(SignalSent.class)).allMatch(signal -> signal.targets().size() == 1);
  }

  @Test
  void passesOverKernelLinesThatAreNoRecords() {
    assertThat(read(entry("kernel", "audit: type=1300 audit(1795227736.868", "")).rejections)
        .isEmpty();
  }

  private static SignalSent only(String... lines) {
    List<SignalSent> signals = read(lines).all(SignalSent.class);
    assertThat(signals).hasSize(1);
    return signals.getFirst();
  }

  private static Recorder read(String... lines) {
    Recorder recorder = new Recorder();
    JournalJsonReader reader = new JournalJsonReader();
    recorder.read(reader, Recorder.FILE_TIME, IngestOptions.NONE, lines);
    reader.finish(recorder);
    return recorder;
  }

  private static String received(String type, String body) {
    return entry("audit", type + " " + body, "\"_AUDIT_ID\":\"68\",");
  }

  private static String printed(int type, String body) {
    return entry("kernel", "audit: type=" + type + " audit(1795227736.868:68): " + body, "");
  }

  private static String entry(String transport, String message, String more) {
    return "{\"__REALTIME_TIMESTAMP\":\"1795227736870000\",\"_SOURCE_REALTIME_TIMESTAMP\":\"1795227736868000\","
        + "\"_HOSTNAME\":\"web01\",\"_BOOT_ID\":\"2b83f51991ac42c386393666cd7407d1\","
        + more
        + "\"_TRANSPORT\":\""
        + transport
        + "\",\"MESSAGE\":\""
        + message
        + "\"}";
  }
}
