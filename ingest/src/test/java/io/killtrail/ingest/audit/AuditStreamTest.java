package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditStreamTest {
  private final CollectingSink sink = new CollectingSink();
  private final AuditStream stream = new AuditStream();

  private void record(String type, String body) {
    RecordHeader header =
        new RecordHeader(
            type, 1795228000100L, 7, Optional.empty(), Optional.of("web01"), Optional.of("ab12"));
    stream.record(
        header,
        body.getBytes(StandardCharsets.ISO_8859_1),
        SourceForm.JOURNAL_JSON,
        new RawRecord("journal.json", 99, body),
        sink);
  }

  @Test
  void joinsRecordsThatCameWithoutHeader() {
    record("SYSCALL", "arch=c000003e syscall=62 success=yes exit=0 a0=15e a1=f pid=456 key=\"k\"");
    record("1318", "opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"");
    stream.finish(sink);
    SignalSent signal = sink.facts(SignalSent.class).getFirst();
    assertThat(signal.targets()).hasSize(1);
    Provenance provenance = signal.provenance();
    assertThat(provenance.id().text()).isEqualTo("audit:1795228000.100:7");
    assertThat(provenance.form()).isEqualTo(SourceForm.JOURNAL_JSON);
    assertThat(provenance.node()).hasValue("web01");
    assertThat(provenance.bootId()).hasValue("ab12");
    assertThat(provenance.raw()).extracting(RawRecord::offset).containsExactly(99L, 99L);
  }

  @Test
  void passesOverTypesThatAreOfNoUse() {
    record("CRED_ACQ", "pid=1");
    stream.finish(sink);
    assertThat(sink.facts()).isEmpty();
  }
}
