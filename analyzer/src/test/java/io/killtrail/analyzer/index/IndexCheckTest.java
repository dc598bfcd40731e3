package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCheckTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final String SHA = "ab".repeat(32);

  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void nameTheIndex() {
    directory = temp.resolve("index");
  }

  private static List<Fact> facts() {
    return new Story("web01")
        .at("02:22:00")
        .thread(281, 350, "pool-46-worker")
        .kill(process(456, "helperd", "/h"), 350, 15)
        .facts();
  }

  private static InputMark mark(long offset, Optional<ReaderState> state) {
    Custody custody =
        new Custody(
            new ContentHead(SHA, 100),
            new BlockDigests(List.of(SHA), 100),
            Instant.EPOCH,
            "(dev=1,inode=2)",
            Optional.empty());
    InputSummary summary =
        new InputSummary(
            "/logs/audit.log",
            "/logs",
            InputFormat.AUDIT_LOG,
            Optional.of(SHA),
            Optional.of(custody),
            1,
            0,
            InputSummary.Outcome.READ,
            Optional.empty());
    return new InputMark(summary, offset, 1, 0, state);
  }

  private void write(InputMark mark) throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      facts().forEach(writer::fact);
      writer.mark(mark);
    }
  }

  private void add(Document document) throws IOException {
    try (DocumentWriter writer = DocumentWriter.open(directory, CLOCK)) {
      writer.add(document);
      writer.commit();
    }
  }

  @Test
  void findsNothingInASoundIndex() throws IOException {
    write(mark(100, Optional.empty()));

    assertThat(IndexCheck.of(directory)).isEqualTo(new IndexCheck.Result(2, 1, List.of(), 0));
  }

  @Test
  void looksWhileAnotherWrites() throws IOException {
    write(mark(100, Optional.empty()));
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.fact(facts().getLast());
      assertThat(IndexCheck.of(directory).problems()).isEmpty();
    }
  }

  @Test
  void findsABitThatFellOver() throws IOException {
    write(mark(100, Optional.empty()));
    try (Stream<Path> files = Files.list(directory);
        RandomAccessFile file =
            new RandomAccessFile(
                files
                    .filter(one -> one.toString().matches(".*\\.(cfs|fdt)"))
                    .findFirst()
                    .orElseThrow()
                    .toFile(),
                "rw")) {
      file.seek(file.length() / 2);
      int old = file.read();
      file.seek(file.length() / 2);
      file.write(old ^ 1);
    }

    assertThat(IndexCheck.of(directory).problems())
        .singleElement()
        .asString()
        .startsWith("segment 0: checksum failed");
  }

  @Test
  void findsAnObservationThatIsThereTwice() throws IOException {
    write(mark(100, Optional.empty()));
    add(FactDocuments.document(facts().getLast()));

    assertThat(IndexCheck.of(directory).problems())
        .singleElement()
        .asString()
        .startsWith("the observation AUDIT_RAW audit:")
        .endsWith("is there 2 times");
  }

  @Test
  void findsAFactThatCannotBeRead() throws IOException {
    write(mark(100, Optional.empty()));
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, "signal");
    document.add(new StoredField(KillIndexSchema.FACT, new byte[] {1, 2, 3}));
    add(document);

    assertThat(IndexCheck.of(directory).problems())
        .singleElement()
        .asString()
        .contains("holds no signal");
  }

  @Test
  void findsAnInputThatIsThereTwiceOrCannotBeRead() throws IOException {
    write(mark(100, Optional.empty()));
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, "input");
    document.add(new StringField(KillIndexSchema.DIGEST, SHA, Field.Store.NO));
    document.add(new StoredField(KillIndexSchema.INPUT, new byte[] {0, 0, 0, 9}));
    add(document);

    assertThat(IndexCheck.of(directory).problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("holds no input"))
        .anyMatch(problem -> problem.equals("the input with digest " + SHA + " is there 2 times"));
  }

  @Test
  void findsAMarkBehindWhatWasRead() throws IOException {
    write(mark(101, Optional.empty()));

    assertThat(IndexCheck.of(directory).problems())
        .containsExactly(
            "input /logs/audit.log: was read to byte 101 by its mark, but to 100 by its digests");
  }

  @Test
  void findsAStateFromWhichNoReaderGoesOn() throws IOException {
    write(mark(100, Optional.of(new ReaderState(new byte[] {77, 0, 1}))));

    assertThat(IndexCheck.of(directory).problems())
        .singleElement()
        .asString()
        .startsWith("input /logs/audit.log: reading cannot go on: ");
  }
}
