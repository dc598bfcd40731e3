package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.fact.SignalSent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngesterTest {
  private static final String SYSCALL =
      "type=SYSCALL msg=audit(1795228000.100:7): arch=c000003e syscall=62 success=yes exit=0 a0=15e"
          + " a1=f a2=0 a3=0 items=0 ppid=1 pid=456 comm=\"helperd\" exe=\"/usr/sbin/helperd\""
          + " key=\"kill\"\n";
  private static final String OBJ_PID =
      "type=OBJ_PID msg=audit(1795228000.100:7): opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"\n";

  @TempDir Path directory;

  private final CollectingSink sink = new CollectingSink();

  private List<InputSummary> ingest(Path... paths) {
    return new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
        .ingest(List.of(paths), InputStream.nullInputStream());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content, StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  @Nested
  class AFileThatIsEvidence {
    @Test
    void isReadToFactsWhateverItsName() throws IOException {
      List<InputSummary> summaries = ingest(file("notes.txt", SYSCALL + OBJ_PID));
      assertThat(summaries).hasSize(1);
      assertThat(summaries.getFirst().outcome()).isEqualTo(Outcome.READ);
      assertThat(summaries.getFirst().format()).isEqualTo(InputFormat.AUDIT_LOG);
      assertThat(summaries.getFirst().records()).isEqualTo(2);
      assertThat(summaries.getFirst().path()).isEqualTo(directory.resolve("notes.txt").toString());
      assertThat(sink.facts(SignalSent.class).getFirst().targets()).hasSize(1);
    }

    @Test
    void isKnownTheSecondTime() throws IOException {
      Path first = file("a", SYSCALL);
      assertThat(ingest(first, file("b", SYSCALL)))
          .extracting(InputSummary::outcome)
          .containsExactly(Outcome.READ, Outcome.KNOWN);
      assertThat(sink.given()).isEqualTo(1);
    }

    @Test
    void countsItsRejectedLines() throws IOException {
      InputSummary summary = ingest(file("a", SYSCALL + "type=SYSCALL msg=audit(x\n")).getFirst();
      assertThat(summary.rejected()).isEqualTo(1);
      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(sink.rejections()).hasSize(1);
    }

    @Test
    void givesWhatCanBeReadOfItWhenItsGzipIsCutOff() throws IOException {
      byte[] whole = gzip((SYSCALL + OBJ_PID).repeat(5_000).replace(":7)", ":8)") + SYSCALL);
      Path cut = directory.resolve("cut.gz");
      Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
      InputSummary summary = ingest(cut).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note()).hasValue("the compressed data ends early");
      assertThat(summary.records()).isPositive();
      assertThat(sink.facts()).isNotEmpty();
    }
  }

  @Nested
  class ARotatedSet {
    @Test
    void isReadOldestFirstByOneReader() throws IOException {
      Files.write(directory.resolve("audit.log.10.gz"), gzip(SYSCALL));
      file("audit.log.2", OBJ_PID);
      file("audit.log", "# nothing yet\n" + OBJ_PID.replace("281", "282"));
      List<InputSummary> summaries = ingest(directory);
      assertThat(summaries)
          .extracting(summary -> Path.of(summary.path()).getFileName().toString())
          .containsExactly("audit.log.10.gz", "audit.log.2", "audit.log");
      assertThat(sink.facts(SignalSent.class)).hasSize(1);
      assertThat(sink.facts(SignalSent.class).getFirst().targets())
          .extracting(target -> target.opid())
          .containsExactly(281, 282);
    }

    @Test
    void doesNotJoinWhatLiesBeforeAndAfterAKnownFile() throws IOException {
      ingest(file("other", "# middle\n" + OBJ_PID));
      file("audit.log.2", SYSCALL);
      file("audit.log.1", "# middle\n" + OBJ_PID);
      file("audit.log", OBJ_PID.replace("281", "282"));
      assertThat(ingest(directory.resolve("audit.log.2"), directory.resolve("audit.log.1")))
          .extracting(InputSummary::outcome)
          .containsExactly(Outcome.READ, Outcome.KNOWN);
      assertThat(sink.facts(SignalSent.class)).hasSize(1);
    }
  }

  @Nested
  class AnInputThatCannotBeRead {
    @Test
    void failsWhenItIsMissing() {
      InputSummary summary = ingest(directory.resolve("missing")).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note()).hasValue("no such file");
      assertThat(summary.digest()).isEmpty();
      assertThat(sink.summaries()).containsExactly(summary);
    }

    @Test
    void failsOnlyWhenItWasNamedAndIsNoEvidence() throws IOException {
      Path text = file("readme", "Some text.\n");
      assertThat(ingest(text).getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(ingest(directory).getFirst().outcome()).isEqualTo(Outcome.NOT_EVIDENCE);
    }

    @Test
    void isNoEvidenceWhenItIsEmpty() throws IOException {
      assertThat(ingest(file("empty", "")).getFirst().outcome()).isEqualTo(Outcome.NOT_EVIDENCE);
    }
  }

  @Test
  void readsStandardInput() {
    InputStream stdin =
        new ByteArrayInputStream((SYSCALL + OBJ_PID).getBytes(StandardCharsets.ISO_8859_1));
    List<InputSummary> summaries =
        new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
            .ingest(List.of(Path.of("-")), stdin);
    assertThat(summaries.getFirst().path()).isEqualTo("-");
    assertThat(summaries.getFirst().outcome()).isEqualTo(Outcome.READ);
    assertThat(sink.facts().getFirst().provenance().raw().getFirst().input()).isEqualTo("-");
  }

  @Test
  void tellsTheBytesOnDiskAsProgress() throws IOException {
    AtomicLong done = new AtomicLong();
    AtomicLong total = new AtomicLong();
    Path log = file("a", SYSCALL);
    Ingester.Progress progress =
        (bytes, all) -> {
          done.set(bytes);
          total.set(all);
        };
    new Ingester(IngestOptions.NONE, sink, progress)
        .ingest(List.of(log, directory), InputStream.nullInputStream());
    assertThat(done).hasValue(total.get());
    assertThat(done).hasValue(2L * SYSCALL.length());
  }

  @Test
  void givesEvidenceWithoutNodeTheHostThatTheUserNamed() throws IOException {
    IngestOptions options =
        new IngestOptions(Optional.of("web01"), IngestOptions.NONE.year(), Optional.empty());
    new Ingester(options, sink, Ingester.Progress.SILENT)
        .ingest(List.of(file("a", SYSCALL)), InputStream.nullInputStream());
    assertThat(sink.facts().getFirst().provenance().node()).hasValue("web01");
    assertThat(sink.facts().getFirst().provenance().id().text())
        .isEqualTo("audit:1795228000.100:7");
  }
}
