package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.SignalSent;
import org.junit.jupiter.api.Test;

class JournalMonotonicReaderTest {
  private final Recorder recorder = new Recorder();

  @Test
  void readsTheAuditRecordsThatTheKernelPrinted() {
    ReadResult result =
        read(
            "[   25.616052] web01 systemd[1]: Started x.",
            "[   25.616099] web01 kernel: audit: type=1300 audit(1795227283.868:68): arch=c000003e"
                + " syscall=62 success=yes exit=0 a0=15e a1=f pid=456 comm=\"x\"",
            "-- Boot 0 --");
    recorder.end();

    SignalSent sent = recorder.only(SignalSent.class);
    assertThat(sent.provenance().id().text()).isEqualTo("audit:1795227283.868:68");
    assertThat(sent.provenance().node()).contains("web01");
    assertThat(result.records()).isEqualTo(2);
    assertThat(result.note().orElseThrow()).startsWith("1 of 2 lines read").contains("no date");
  }

  @Test
  void refusesAnInputInWhichNothingHasADate() {
    assertThatThrownBy(() -> read("[   25.616052] web01 systemd[1]: a.service: Succeeded."))
        .hasMessageContaining("1 lines, none of them dated");
    assertThat(recorder.facts).isEmpty();
  }

  private ReadResult read(String... lines) {
    return recorder.read(
        new JournalMonotonicReader(), Recorder.FILE_TIME, IngestOptions.NONE, lines);
  }
}
