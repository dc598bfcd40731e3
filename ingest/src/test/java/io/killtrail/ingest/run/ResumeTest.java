package io.killtrail.ingest.run;

import static io.killtrail.ingest.run.Kills.event;
import static io.killtrail.ingest.run.Kills.events;
import static io.killtrail.ingest.run.Kills.objPid;
import static io.killtrail.ingest.run.Kills.syscall;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is read piece by piece gives what it gives at once. */
class ResumeTest {
  @TempDir private Path directory;
  private final CollectingSink sink = new CollectingSink();

  private Path log() {
    return directory.resolve("audit.log");
  }

  private List<InputSummary> ingest(CollectingSink into) {
    return new Ingester(IngestOptions.NONE, into, Ingester.Progress.SILENT)
        .ingest(List.of(directory), InputStream.nullInputStream());
  }

  private void write(String more) throws IOException {
    Kills.append(log(), more);
  }

  private static List<Fact> all(CollectingSink sink) {
    return sink.facts(Fact.class).stream()
        .sorted(Comparator.comparing(fact -> fact.provenance().id()))
        .toList();
  }

  /** Facts that one run over all of it gives, and the runs so far do not, or the reverse. */
  private List<Fact> differing() {
    CollectingSink whole = new CollectingSink();
    ingest(whole);
    List<Fact> here = all(sink);
    List<Fact> there = all(whole);
    return Stream.concat(
            here.stream().filter(fact -> !there.contains(fact)),
            there.stream().filter(fact -> !here.contains(fact)))
        .toList();
  }

  /** The same, where the path of a raw record may differ. */
  private List<FactId> differingIds() {
    CollectingSink whole = new CollectingSink();
    ingest(whole);
    List<FactId> here = all(sink).stream().map(fact -> fact.provenance().id()).toList();
    List<FactId> there = all(whole).stream().map(fact -> fact.provenance().id()).toList();
    return Stream.concat(
            here.stream().filter(id -> !there.contains(id)),
            there.stream().filter(id -> !here.contains(id)))
        .toList();
  }

  @Test
  void onlyWhatIsNewIsRead() throws IOException {
    write(event(1) + event(2));
    ingest(sink);
    write(event(3));

    InputSummary second = ingest(sink).getFirst();

    assertThat(second.outcome()).isEqualTo(Outcome.READ);
    assertThat(second.records()).isEqualTo(6);
    assertThat(sink.facts(SignalSent.class)).hasSize(3);
    assertThat(sink.given())
        .as("events 1 and 2 are not given again")
        .isEqualTo(all(sink).size() - 1);
    assertThat(differing()).isEmpty();
  }

  @Test
  void nothingNewIsKnown() throws IOException {
    write(event(1));
    ingest(sink);

    assertThat(ingest(sink)).extracting(InputSummary::outcome).containsExactly(Outcome.KNOWN);
  }

  @Test
  void anEventWhoseRecordsComeInTwoPiecesIsOne() throws IOException {
    write(event(1) + syscall(2));
    ingest(sink);
    write(objPid(2) + event(3));
    ingest(sink);

    assertThat(sink.facts(SignalSent.class))
        .hasSize(3)
        .allMatch(sent -> sent.targets().size() == 1);
    assertThat(differing()).isEmpty();
  }

  @Test
  void anEventGoesOnBehindARotation() throws IOException {
    write(event(1) + syscall(2));
    ingest(sink);
    Files.move(log(), directory.resolve("audit.log.1"));
    write(objPid(2) + event(3));

    assertThat(ingest(sink))
        .extracting(InputSummary::outcome)
        .containsExactly(Outcome.KNOWN, Outcome.READ);
    assertThat(sink.facts(SignalSent.class))
        .hasSize(3)
        .allMatch(sent -> sent.targets().size() == 1);
  }

  @Test
  void aLineThatWasCutIsReadAgainWhenItIsWhole() throws IOException {
    String last = syscall(2);
    write(event(1) + last.substring(0, 20));
    assertThat(ingest(sink).getFirst().rejected()).isEqualTo(1);
    write(last.substring(20) + objPid(2));

    InputSummary second = ingest(sink).getFirst();

    assertThat(second.rejected()).isZero();
    assertThat(sink.rejections()).isEmpty();
    assertThat(differing()).isEmpty();
  }

  @Test
  void aLineThatWasCutIsReadAgainBehindARotation() throws IOException {
    String last = syscall(2);
    write(event(1) + last.substring(0, 20));
    ingest(sink);
    write(last.substring(20) + objPid(2));
    Files.move(log(), directory.resolve("audit.log.1"));
    write(event(3));
    ingest(sink);

    assertThat(sink.rejections()).isEmpty();
    assertThat(sink.facts(SignalSent.class)).hasSize(3);
  }

  @Test
  void anEventGoesOnBehindARotationThoughALineBeforeWasNoRecord() throws IOException {
    write(event(1) + "this is no record\n" + event(2) + syscall(3));
    ingest(sink);
    Files.move(log(), directory.resolve("audit.log.1"));
    write(objPid(3) + event(4));
    ingest(sink);

    assertThat(sink.facts(SignalSent.class))
        .hasSize(4)
        .allMatch(sent -> sent.targets().size() == 1);
    assertThat(sink.rejections()).hasSize(1);
  }

  @Test
  void whatWasReadBeforeItWasCompressedIsKnown() throws IOException {
    write(event(1) + syscall(2));
    ingest(sink);
    compress(log(), "audit.log.1.gz");
    long given = sink.given();

    InputSummary compressed = ingest(sink).getFirst();

    assertThat(compressed.outcome()).isEqualTo(Outcome.KNOWN);
    assertThat(sink.given()).isEqualTo(given);
    write(objPid(2) + event(3));
    ingest(sink);
    assertThat(sink.facts(SignalSent.class)).hasSize(3);
    assertThat(differingIds()).isEmpty();
  }

  @Test
  void whatWasWrittenBeforeItWasCompressedIsRead() throws IOException {
    write(event(1) + syscall(2) + "type=OBJ");
    ingest(sink);
    write(objPid(2).substring("type=OBJ".length()) + event(3));
    compress(log(), "audit.log.1.gz");
    write(event(4));

    List<InputSummary> all = ingest(sink);

    assertThat(all).extracting(InputSummary::records).containsExactly(6L, 2L);
    assertThat(sink.facts(SignalSent.class)).hasSize(4);
    assertThat(sink.rejections()).isEmpty();
    assertThat(differingIds()).isEmpty();
  }

  @Test
  void compressedContentThatIsNotWhatWasReadIsReadAnew() throws IOException {
    write(event(1) + "#".repeat(2_000) + "\n" + event(2));
    ingest(sink);
    Files.delete(log());
    write(event(1) + "#".repeat(2_000) + "\n" + event(3) + event(4));
    compress(log(), "audit.log.1.gz");

    InputSummary other = ingest(sink).getFirst();

    assertThat(other.records()).isEqualTo(6);
    assertThat(sink.facts(SignalSent.class)).hasSize(4);
  }

  private static void compress(Path file, String name) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(name)))) {
      Files.copy(file, out);
    }
    Files.delete(file);
  }

  @Test
  void aRotationWhileTheFilesAreReadLosesNothingAndDoublesNothing() throws IOException {
    write(event(1) + syscall(2));
    Files.move(log(), log("audit.log.2"));
    write(objPid(2) + event(3) + syscall(4));
    Files.move(log(), log("audit.log.1"));
    write(objPid(4) + event(5));
    AtomicBoolean rotated = new AtomicBoolean();
    CollectingSink rotating =
        new CollectingSink() {
          @Override
          public void finished(InputSummary summary) {
            super.finished(summary);
            if (rotated.compareAndSet(false, true)) {
              rotate();
            }
          }
        };

    ingest(rotating);

    assertThat(rotating.facts(SignalSent.class)).hasSize(6);
    assertThat(rotating.facts(SignalSent.class))
        .allSatisfy(signal -> assertThat(signal.targets()).hasSize(1));
  }

  /** By a line more, as auditd does while the files are read. */
  private void rotate() {
    try {
      Files.move(log("audit.log.2"), log("audit.log.3"));
      Files.move(log("audit.log.1"), log("audit.log.2"));
      Files.move(log(), log("audit.log.1"));
      write(event(6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(String name) {
    return directory.resolve(name);
  }

  @Test
  void aFileOfTheSameNameWithOtherContentIsReadAnew() throws IOException {
    write(event(1) + event(2));
    ingest(sink);
    Files.writeString(log(), event(7) + event(8) + event(9));

    assertThat(ingest(sink).getFirst().records()).isEqualTo(6);
    assertThat(sink.facts(SignalSent.class)).hasSize(5);
  }

  @Test
  void aShorterFileInItsPlaceThatBeginsTheSameIsReadAnew() throws IOException {
    write(events(1, 9));
    ingest(sink);
    Files.delete(log());
    Files.createFile(log("in between"));
    write(events(1, 5) + event(12));
    ingest(sink);

    assertThat(sink.facts(SignalSent.class)).hasSize(10);
  }

  @Test
  void aFileThatWasTruncatedIsReadAnew() throws IOException {
    write(event(1) + event(2));
    ingest(sink);
    Files.writeString(log(), event(3));

    assertThat(ingest(sink).getFirst().records()).isEqualTo(2);
    assertThat(sink.facts(SignalSent.class)).hasSize(3);
  }

  @Test
  void aFileThatShrankToItsBeginningHoldsNothingNew() throws IOException {
    write(event(1) + event(2));
    ingest(sink);
    Files.writeString(log(), event(1));
    ingest(sink);

    assertThat(sink.facts(SignalSent.class)).hasSize(2);
  }

  @Test
  void theAccountOfSerialsGoesOn() throws IOException {
    write(event(1) + event(2));
    ingest(sink);
    write(event(3) + event(5));
    ingest(sink);

    assertThat(sink.facts(SerialsSeen.class))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.provenance().form()).isEqualTo(SourceForm.AUDIT_RAW);
              assertThat(seen.runs()).hasSize(2);
            });
  }

  @Test
  void piecesOfAnyLengthGiveTheSameFacts() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < 200; i++) {
      text.append(random.nextInt(4) == 0 ? syscall(i) + objPid(Math.max(1, i - 1)) : event(i));
    }
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(4000));
      write(text.substring(at, end));
      ingest(sink);
      at = end;
    }

    assertThat(differing()).as("seed %d", seed).isEmpty();
    assertThat(sink.rejections()).isEmpty();
  }
}
