package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelLogReaderTest {
  private static final String CALL =
      "audit: type=1300 audit(1795228067.608:484): arch=c000003e syscall=62 success=yes exit=0 a0=15e"
          + " a1=f a2=0 a3=0 items=0 ppid=1 pid=456 auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0"
          + " egid=0 sgid=0 fsgid=0 tty=(none) ses=4294967295 comm=\"helperd\""
          + " exe=\"/usr/bin/python3.11\" key=\"kill\"";
  private static final String TARGET =
      "audit: type=1318 audit(1795228067.608:484): opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"";

  private static final String OOM =
      "Memory cgroup out of memory: Killed process 543 (sigtool) total-vm:1kB, anon-rss:1kB";

  private final CollectingSink sink = new CollectingSink();

  @Test
  void readsTheSignalsOfAKernelWithoutAuditd() throws IOException {
    ReadResult result =
        read(
            "[   25.616052] " + CALL,
            "[   25.616052] Linux version 6.1",
            "[   25.616052] " + TARGET);

    assertThat(result.records()).isEqualTo(2);
    List<Fact> signals = sink.facts().stream().filter(SignalSent.class::isInstance).toList();
    assertThat(signals).hasSize(1);
    SignalSent signal = (SignalSent) signals.getFirst();
    assertThat(signal.provenance().id().text()).isEqualTo("audit:1795228067.608:484");
    assertThat(signal.provenance().form()).isEqualTo(SourceForm.KERNEL_PRINTK);
    assertThat(signal.provenance().node()).contains("web01");
    assertThat(signal.signal()).isEqualTo(OptionalInt.of(15));
    assertThat(signal.targets()).hasSize(1);
  }

  @Test
  void readsARecordBehindTextThatTheConsoleGluedInFront() throws IOException {
    read("Welcome to Linux[   78.581412] " + CALL);

    assertThat(sink.facts()).hasAtLeastOneElementOfType(SignalSent.class);
  }

  @Test
  void datesOtherLinesByTheAuditRecordsBesideThem() throws IOException {
    read(
        "[   20.000000] " + OOM,
        "[   25.616052] " + CALL,
        "[   30.500000] audit: audit_lost=3 audit_rate_limit=5 audit_backlog_limit=4");

    assertThat(sink.facts(ProcessExited.class))
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.provenance().time()).isEqualTo(Instant.parse("2026-11-21T02:27:41Z"));
              assertThat(exit.pid()).hasValue(543);
            });
    assertThat(sink.facts(EvidenceGap.class))
        .singleElement()
        .satisfies(
            gap ->
                assertThat(gap.provenance().time())
                    .isEqualTo(Instant.parse("2026-11-21T02:27:52Z")));
  }

  @Test
  void readsTheDatesOfHumanReadableStamps() throws IOException {
    ReadResult result = read("[Sat Nov  7 02:14:43 2026] " + OOM, "[Sat Nov  7 02:14:44 2026] x");

    assertThat(result.records()).isEqualTo(1);
    assertThat(result.note()).contains("dates without a zone read as UTC");
    assertThat(sink.facts(ProcessExited.class).getFirst().provenance().time())
        .isEqualTo(Instant.parse("2026-11-07T02:14:43Z"));
  }

  @Test
  void tellsNothingThatNothingDates() throws IOException {
    read("[   20.000000] " + OOM);

    assertThat(sink.facts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[    1.0] audit: type=1300 audit(1795228067.608): x",
        "[    1.0] audit: type=1300 audit(17952280670000000000.608:4): x",
        "[    1.0] audit: type=x audit(1795228067.608:4): x",
        "[    1.0] audit: type=1300 audit(1795228067.6:4): x",
        "[    1.0] audit: type=1300 audit("
      })
  void passesOverWhatIsNoRecord(String line) throws IOException {
    assertThat(read(line).records()).isZero();
    assertThat(sink.facts()).isEmpty();
  }

  private ReadResult read(String... lines) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    IngestOptions host =
        new IngestOptions(Optional.of("web01"), OptionalInt.empty(), Optional.empty());
    KernelLogReader reader = new KernelLogReader();
    ReadResult result =
        reader.read(
            new ByteArrayInputStream(bytes),
            new InputContext("/dmesg", Instant.parse("2026-11-21T12:00:00Z"), host),
            sink);
    reader.finish(sink);
    return result;
  }
}
