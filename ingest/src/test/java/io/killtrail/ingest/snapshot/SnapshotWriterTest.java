package io.killtrail.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ThreadSeen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read. */
class SnapshotWriterTest {
  private static final String BOOT = "2b83f51991ac42c386393666cd7407d1";
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:10.929Z");

  private static Snapshot snapshot(Instant at, List<Task> tasks, List<HeldNumber> files) {
    Snapshot.Kernel kernel =
        new Snapshot.Kernel(BOOT, NOW.minusSeconds(100), 100, OptionalLong.of(32768));
    return new Snapshot(at, Optional.of("web01"), Optional.of(kernel), tasks, files);
  }

  private static Task process(int pid, String comm, String exe, Integer... numbers) {
    return new Task(
        pid,
        pid,
        1,
        comm,
        250,
        Optional.of(
            new Task.OfProcess(
                Optional.of(exe),
                Optional.of("appd.service"),
                OptionalLong.of(33),
                List.of(numbers))));
  }

  private static Task thread(int tid) {
    return new Task(281, tid, 1, "worker", 2000 + tid, Optional.empty());
  }

  private static HeldNumber file(String path, int number) {
    return new HeldNumber(path, OptionalInt.of(number), Optional.of(NOW), OptionalLong.of(5));
  }

  private static List<Fact> read(String csv) throws IOException {
    SnapshotRecorder recorder = new SnapshotRecorder();
    InputContext context = new InputContext("s.csv", NOW, IngestOptions.NONE);
    new SnapshotReader()
        .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), context, recorder);
    assertThat(recorder.rejections).isEmpty();
    return recorder.facts;
  }

  private static <T> List<T> all(Class<T> type, List<Fact> facts) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String written(Snapshot snapshot) throws IOException {
    StringBuilder csv = new StringBuilder();
    SnapshotWriter.write(snapshot, csv);
    return csv.toString();
  }

  @Test
  void allOfItIsReadAgain() throws IOException {
    List<Fact> facts =
        read(
            written(
                snapshot(
                    NOW,
                    List.of(
                        process(1, "systemd", "/sbin/init"),
                        process(281, "java", "/usr/bin/java", 281, 7),
                        thread(350)),
                    List.of(file("/run/x.pid", 350)))));
    ProcessSeen java = all(ProcessSeen.class, facts).get(1);
    assertThat(java.pid()).isEqualTo(281);
    assertThat(java.process().exe()).hasValue("/usr/bin/java");
    assertThat(java.process().uid().orElseThrow().number()).hasValue(33);
    assertThat(java.unit()).hasValue("appd.service");
    assertThat(java.namespacePids()).containsExactly(7);
    assertThat(java.started()).hasValue(NOW.minusSeconds(100).plusMillis(2500));
    assertThat(java.provenance().node()).hasValue("web01");
    ThreadSeen thread = all(ThreadSeen.class, facts).getFirst();
    assertThat(thread.tid()).isEqualTo(350);
    assertThat(thread.tgid()).isEqualTo(281);
    assertThat(all(PidFileSeen.class, facts).getFirst().number()).hasValue(350);
    assertThat(all(BootSeen.class, facts)).hasSize(1);
    assertThat(all(Configured.class, facts).getFirst().item())
        .isEqualTo(new Configured.Setting("kernel.pid_max", 32768, OptionalLong.empty()));
  }

  @Test
  void namesMayHoldAnything() throws IOException {
    long seed = System.nanoTime();
    System.out.println("SnapshotWriterTest: seed " + seed);
    Random random = new Random(seed);
    String letters = "\",\n\r#;='\\ ab\t\u001b\u00e4\u20ac";
    List<Task> tasks = new ArrayList<>();
    tasks.add(process(1, "boot_id", "captured_at,pid,tid,comm"));
    for (int pid = 2; pid < 300; pid++) {
      StringBuilder name = new StringBuilder("x");
      for (int i = random.nextInt(12); i > 0; i--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      // A line of any input may end with CR LF.
      String comm = name.toString().replaceAll("\\r+\n", "\n");
      tasks.add(process(pid, comm, "/" + comm));
    }
    List<ProcessSeen> read = all(ProcessSeen.class, read(written(snapshot(NOW, tasks, List.of()))));
    assertThat(read).hasSameSizeAs(tasks);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).process().comm()).hasValue(tasks.get(i).comm());
      assertThat(read.get(i).process().exe()).isEqualTo(tasks.get(i).process().get().exe());
    }
  }

  /** Most cells take a shorter way, which must lead to the same bytes. */
  @Test
  void everyCellIsWrittenAsTheLibraryWritesIt() throws IOException {
    CSVFormat library = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    Header.Kind kind = Header.Kind.PID_FILES;
    int columns = kind.written().size();
    for (char letter = 0; letter < 0x180; letter++) {
      for (String cell : List.of("" + letter, "a" + letter, letter + "a", "a" + letter + "a")) {
        List<String> values = Collections.nCopies(columns, cell);
        StringBuilder written = new StringBuilder();
        SnapshotWriter.write(List.of(new SnapshotRow(kind, values)), written);
        StringBuilder expected = new StringBuilder();
        library.printRecord(expected, values.toArray());
        assertThat(written.substring(written.indexOf("\n") + 1))
            .as("letter %d", (int) letter)
            .isEqualTo(expected.toString());
      }
    }
  }

  @Test
  void aFileOfAnImageHasNoBoot() throws IOException {
    Snapshot image =
        new Snapshot(
            NOW,
            Optional.of("web01"),
            Optional.empty(),
            List.of(),
            List.of(file("/var/lib/x.pid", 350)));
    PidFileSeen seen = all(PidFileSeen.class, read(written(image))).getFirst();
    assertThat(seen.provenance().bootId()).isEmpty();
    assertThat(seen.provenance().id().text())
        .isEqualTo("snapshot:image@web01/" + NOW.getEpochSecond() + "/350//var/lib/x.pid");
  }

  @ParameterizedTest
  @CsvSource({
    "1960-01-01T00:00:00Z, -1",
    "1969-12-31T23:59:59.999Z, -9223372036854775808",
    "9999-12-31T23:59:59.001Z, 1000000000000000000",
    "+1000000000-12-31T23:59:59Z, 9223372036854775807",
  })
  void anAgeOrAnInodeThatNoSnapshotHoldsIsLeftOut(Instant modified, long inode) throws IOException {
    HeldNumber odd =
        HeldNumber.of("/run/x.pid", OptionalInt.of(350), modified, OptionalLong.of(inode));
    for (Optional<Snapshot.Kernel> kernel :
        List.of(snapshot(NOW, List.of(), List.of()).kernel(), Optional.<Snapshot.Kernel>empty())) {
      Snapshot taken = new Snapshot(NOW, Optional.of("web01"), kernel, List.of(), List.of(odd));
      PidFileSeen seen = all(PidFileSeen.class, read(written(taken))).getFirst();
      assertThat(seen.number()).hasValue(350);
      assertThat(seen.modified()).isEmpty();
      assertThat(seen.inode()).isEmpty();
      assertThat(seen.provenance().time()).isEqualTo(NOW);
    }
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T00:00:00Z, 0", "9999-12-31T23:59:59Z, 999999999999999999"})
  void theOldestAndTheYoungestAreKept(Instant modified, long inode) throws IOException {
    HeldNumber held =
        HeldNumber.of("/run/x.pid", OptionalInt.of(350), modified, OptionalLong.of(inode));
    PidFileSeen seen =
        all(PidFileSeen.class, read(written(snapshot(NOW, List.of(), List.of(held))))).getFirst();
    assertThat(seen.modified()).hasValue(modified);
    assertThat(seen.inode()).hasValue(inode);
  }

  @Nested
  class ASeries {
    private final SnapshotSeries series = new SnapshotSeries();

    private List<Fact> next(SnapshotSeries its, int second, List<Task> tasks, HeldNumber... files)
        throws IOException {
      StringBuilder csv = new StringBuilder();
      its.write(snapshot(NOW.plusSeconds(second), tasks, List.of(files)), csv);
      return csv.isEmpty() ? List.of() : read(csv.toString());
    }

    @Test
    void beginsWithAllOfItAndGoesOnWithChanges() throws IOException {
      assertThat(next(series, 0, List.of(thread(350), thread(351)), file("/run/x.pid", 1)))
          .hasSize(4);
      assertThat(next(series, 60, List.of(thread(350), thread(351)), file("/run/x.pid", 1)))
          .isEmpty();
      List<Fact> changes =
          next(series, 120, List.of(thread(350), thread(351), thread(352)), file("/run/x.pid", 2));
      assertThat(all(ThreadSeen.class, changes)).extracting(ThreadSeen::tid).containsExactly(352);
      assertThat(all(PidFileSeen.class, changes).getFirst().number()).hasValue(2);
    }

    @Test
    void tellsOfWhatIsGoneWhenItWasLastThere() throws IOException {
      next(series, 0, List.of(thread(350)), file("/run/x.pid", 1));
      next(series, 60, List.of(thread(350)), file("/run/x.pid", 1));
      List<Fact> gone = next(series, 120, List.of());
      assertThat(all(ThreadSeen.class, gone).getFirst().provenance().time())
          .isEqualTo(NOW.plusSeconds(60));
      PidFileSeen file = all(PidFileSeen.class, gone).getFirst();
      assertThat(file.number()).isEmpty();
      assertThat(file.provenance().time()).isEqualTo(NOW.plusSeconds(120));
      assertThat(next(series, 180, List.of())).isEmpty();
    }

    @Test
    void goesOnInAnotherRun() throws IOException {
      next(series, 0, List.of(thread(350), process(281, "a\"\n,b", "/x")), file("/run/x.pid", 1));
      StringBuilder kept = new StringBuilder();
      series.writeWhole(kept);
      SnapshotSeries other =
          SnapshotSeries.after(
              new ByteArrayInputStream(kept.toString().getBytes(StandardCharsets.UTF_8)));
      List<Fact> changes =
          next(other, 60, List.of(process(281, "a\"\n,b", "/x")), file("/run/x.pid", 1));
      assertThat(all(ThreadSeen.class, changes).getFirst().provenance().time()).isEqualTo(NOW);
      assertThat(all(ProcessSeen.class, changes)).isEmpty();
      assertThat(all(PidFileSeen.class, changes)).isEmpty();
    }

    @Test
    void beginsAnewAfterWhatIsBroken() throws IOException {
      SnapshotSeries other =
          SnapshotSeries.after(
              new ByteArrayInputStream("\"boot_id\nx,\"y".getBytes(StandardCharsets.UTF_8)));
      assertThat(all(ThreadSeen.class, next(other, 0, List.of(thread(350))))).hasSize(1);
    }
  }
}
