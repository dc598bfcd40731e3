package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactIndexTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private static final Who HELPERD =
      process(456, "helperd", "/usr/bin/python3.11").login(1000, 3).at("pts0").command("helperd");

  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void nameTheIndex() {
    directory = temp.resolve("index");
  }

  /** One fact of every kind that is searched, and two signals. */
  private static List<Fact> facts() {
    return new Story("web01")
        .at("02:20:00")
        .boots("b2")
        .at("02:22:00")
        .thread(281, 350, "pool-46-worker")
        .thread(281, 351, "pool-47-worker")
        .pidFile("/var/lib/helperd/helperd.pid", 350, "02:00:00")
        .runs(HELPERD)
        .at("02:22:16.856")
        .kill(HELPERD, 350, 15)
        .reaching(281, "pool-46-worker")
        .at("02:22:17")
        .exited("appd.service", 143)
        .says("appd.service", new UnitChanged.RestartScheduled(OptionalInt.of(1)))
        .at("02:30:00")
        .sends(process(1, "systemd", "/sbin/init"), SignalCall.KILL, new Addressed.Group(77), 9)
        .refused(1)
        .facts();
  }

  private static EvidenceGap gap() {
    Provenance like = facts().getLast().provenance();
    return new EvidenceGap(
        new Provenance(
            new FactId("audit:1.000:1"),
            like.time(),
            like.form(),
            Optional.of("db02"),
            Optional.empty(),
            OptionalLong.of(1),
            like.raw()),
        EvidenceGap.Problem.AUDIT_LOST,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.of(3),
        "audit_lost=3");
  }

  private void write(List<Fact> facts) throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      facts.forEach(writer::fact);
    }
  }

  private long count(String query) throws Exception {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return reader.count(query);
    }
  }

  @Nested
  class Search {
    @BeforeEach
    void writeFacts() throws IOException {
      List<Fact> all = new ArrayList<>(facts());
      all.add(gap());
      write(all);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "kind:signal | 2",
          "kind:exit | 1",
          "kind:unit | 2",
          "kind:process | 1",
          "kind:pid-file | 1",
          "kind:boot | 1",
          "kind:gap | 1",
          "signal:TERM | 1",
          "signal:SIGTERM | 1",
          "signal:15 | 1",
          "signal:term | 1",
          "signal:KILL | 1",
          "node:web01 | 8",
          "node:db02 | 1",
          "syscall:kill | 2",
          "success:yes | 1",
          "success:no | 1",
          "target:350 | 1",
          "target:\"-77\" | 1",
          "key:kill | 2",
          "sender.pid:456 | 1",
          "sender.comm:helperd | 1",
          "sender.exe:\"/usr/bin/python3.11\" | 1",
          "sender.exe:*python* | 1",
          "sender.exe:*perl* | 0",
          "sender.uid:0 | 2",
          "sender.auid:1000 | 1",
          "sender.auid:unset | 1",
          "sender.tty:pts0 | 1",
          "sender.session:3 | 1",
          "victim.pid:281 | 1",
          "victim.comm:pool-46-worker | 1",
          "unit:appd.service | 3",
          "change:restart-scheduled | 1",
          "change:failed | 1",
          "exit.how:exited | 1",
          "exit.status:143 | 1",
          "process.pid:456 | 1",
          "process.comm:helperd | 1",
          "process.exe:\"/usr/bin/python3.11\" | 1",
          "path:\"/var/lib/helperd/helperd.pid\" | 1",
          "number:350 | 1",
          "sign:journal-first | 1",
          "problem:audit-lost | 1",
          "time:[2026-11-21T02:22:16Z TO 2026-11-21T02:22:17Z] | 4",
          "time:[2026-11-21T02:22:16Z TO 2026-11-21T02:22:17Z} | 1",
          "time:[2026-11-21 TO 2026-11-22] | 9",
          "time:[2026-11-21T04:22:16+02:00 TO *] | 6",
          "signal:TERM AND victim.pid:281 | 1",
          "signal:TERM signal:KILL | 0",
          "signal:TERM OR signal:KILL | 2",
          "kind:signal AND NOT success:no | 1",
          "* | 9",
          "'' | 9",
        })
    void countsWhatTheFieldHolds(String query, long expected) throws Exception {
      assertThat(count(query)).isEqualTo(expected);
    }

    @Test
    void everyFieldThatIsIndexedIsDocumented() throws Exception {
      try (FSDirectory files = FSDirectory.open(directory);
          DirectoryReader reader = DirectoryReader.open(files)) {
        assertThat(FieldInfos.getIndexedFields(reader))
            .filteredOn(name -> !name.startsWith("_"))
            .isNotEmpty()
            .isSubsetOf(SearchField.names());
      }
    }

    @Test
    void theExampleOfEveryFieldCanBeAsked() throws Exception {
      for (SearchField field : SearchField.all()) {
        assertThat(field.example()).startsWith(field.name() + ":");
        assertThat(count(field.example())).as(field.example()).isNotNegative();
        assertThat(field.meaning()).isNotBlank();
        for (String value : field.values()) {
          assertThat(count(field.name() + ":" + value)).isNotNegative();
        }
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "signal:TERM AND sendr.pid:456 | 16 | did you mean sender.pid?",
          "'path:\"a sendr.pid:4\" sendr.pid:456' | 21 | did you mean sender.pid?",
          "sendr.exe:*python* | 0 | did you mean sender.exe?",
          "signal:TREM | 7 | did you mean SIGTERM?",
          "kind:singal | 5 | did you mean signal?",
          "sender.pid:helperd | 11 | takes a number, not helperd",
          "change:gone | 7 | it is one of: starting, started",
          "(signal:TERM | 12 | ends too early",
          "signal:TERM) | 11 | is not expected here",
          "signal:TERM AND AND unit:a | 16 | is not expected here",
          "path:\"/a | 5 | not closed",
          "time:[yesterday TO *] | 6 | not a time: yesterday",
          "exit.status:[1 TO 5] | 0 | a range can only be asked of time",
        })
    void tellsWhereAQueryIsWrongAndWhatWasMeant(String query, int position, String told) {
      assertThatThrownBy(() -> count(query))
          .isInstanceOfSatisfying(
              QuerySyntaxException.class,
              wrong -> {
                assertThat(wrong.query()).isEqualTo(query);
                assertThat(wrong.position()).hasValue(position);
              })
          .hasMessageContaining(told);
    }

    @Test
    void givesTheFactsAsTheyWereInOrderOfTime() throws Exception {
      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.search("kind:signal OR kind:exit", 10))
            .isEqualTo(
                facts().stream()
                    .filter(fact -> fact instanceof SignalSent || fact instanceof ProcessExited)
                    .toList());
        assertThat(reader.search("*", 3)).hasSize(3).first().isInstanceOf(BootSeen.class);
      }
    }

    @Test
    void aTermInAnIdIsFoundQuoted() throws Exception {
      String id = facts().getLast().provenance().id().text();

      assertThat(count("id:\"" + id + "\"")).isEqualTo(1);
    }

    @Test
    void anUnknownFieldIsRefusedWithASuggestion() {
      assertThatThrownBy(() -> count("comm:java"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("there is no field comm")
          .hasMessageContaining("did you mean sender.comm?")
          .hasMessageContaining("victim.pid");
      assertThatThrownBy(() -> count("zzz:1"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("there is no field zzz");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "signal:",
          "(signal:TERM",
          "signal:[1 TO",
          "AND",
          "signal:TERM AND",
          "\"",
          "time:today",
          "time:[yesterday TO *]",
          "exit.status:[1 TO 5]",
          "foo:[1 TO 2]",
          "a:b:c:"
        })
    void whatCannotBeReadIsRefusedInWords(String query) {
      assertThatThrownBy(() -> count(query))
          .isInstanceOf(QuerySyntaxException.class)
          .message()
          .isNotBlank()
          .doesNotContain("\n");
    }
  }

  @Nested
  class Show {
    @Test
    void findsAFactByItsIdWithItsRawRecords() throws IOException {
      write(facts());
      Fact signal = facts().getLast();

      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.show(signal.provenance().id().text())).containsExactly(signal);
        assertThat(reader.show("journal:none")).isEmpty();
        assertThat(reader.show("")).isEmpty();
      }
    }

    @Test
    void findsAnAuditEventByItsStampAndSerial() throws IOException {
      write(facts());
      Fact signal = facts().getLast();

      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.show(signal.provenance().id().text().substring("audit:".length())))
            .containsExactly(signal);
      }
    }

    @Test
    void findsARowAmongThePackedOnes() throws IOException {
      write(facts());
      Fact thread = facts().get(2);

      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.show(thread.provenance().id().text())).containsExactly(thread);
      }
    }

    @Test
    void givesTheFactOfEachFormBestFirst() throws IOException {
      Fact raw = facts().getLast();
      Fact printed = in(SourceForm.KERNEL_PRINTK, raw);
      write(List.of(printed, raw));

      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.show(raw.provenance().id().text())).containsExactly(raw, printed);
      }
    }
  }

  private static Fact in(SourceForm form, Fact fact) {
    SignalSent signal = (SignalSent) fact;
    Provenance from = fact.provenance();
    return new SignalSent(
        new Provenance(
            from.id(), from.time(), form, from.node(), from.bootId(), from.serial(), from.raw()),
        signal.call(),
        signal.arch(),
        signal.addressed(),
        signal.signal(),
        signal.errno(),
        signal.sender(),
        signal.targets(),
        signal.key());
  }

  @Nested
  class WritingAgain {
    @Test
    void theSameFactsAddNothing() throws Exception {
      write(facts());
      long before = count("*");

      write(facts());

      assertThat(count("*")).isEqualTo(before);
    }

    @Test
    void theSameFactsTwiceInOneRunAddNothing() throws Exception {
      List<Fact> twice = new ArrayList<>(facts());
      twice.addAll(facts());
      write(twice);

      assertThat(count("*")).isEqualTo(8);
    }

    @Test
    void theSameEventInAnotherFormIsKeptBesideIt() throws Exception {
      write(List.of(facts().getLast()));
      write(List.of(in(SourceForm.JOURNAL_JSON, facts().getLast())));

      assertThat(count("kind:signal")).isEqualTo(2);
    }

    @Test
    void contentThatWasReadIsKnown() throws IOException {
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        assertThat(writer.known("abc")).isFalse();
        writer.finished(summary("/logs/a", InputSummary.Outcome.READ, "abc"));
        writer.finished(summary("/logs/b", InputSummary.Outcome.FAILED, "def"));
        assertThat(writer.known("abc")).isTrue();
      }
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        assertThat(writer.known("abc")).isTrue();
        assertThat(writer.known("def")).as("to be tried again").isFalse();
        writer.finished(summary("/copy/a", InputSummary.Outcome.KNOWN, "abc"));
      }
      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(reader.inputs()).hasSize(2);
        assertThat(reader.inputs().getFirst().paths()).containsKeys("/copy/a", "/logs/a");
        assertThat(reader.inputs().getFirst().path()).isEqualTo("/copy/a");
        assertThat(reader.inputs().getFirst().records()).isEqualTo(10);
      }
    }

    private static InputSummary summary(String path, InputSummary.Outcome outcome, String digest) {
      return new InputSummary(
          path,
          "/logs",
          InputFormat.AUDIT_LOG,
          Optional.of(digest),
          Optional.empty(),
          10,
          0,
          outcome,
          Optional.of("a note"));
    }

    @Test
    void whatARunGaveBeforeItFailedDoesNotCount() throws Exception {
      write(facts());
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        new Story("web02").kill(process(5, "c", "/c"), 6, 15).facts().forEach(writer::fact);
        writer.abandon();
      }

      assertThat(count("node:web02")).isZero();
      assertThat(count("*")).isEqualTo(8);
    }

    @Test
    void aRejectedLineIsKeptButIsNoFact() throws Exception {
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        writer.rejected(new Rejection("/logs/a", 100, "no header", "garbage"));
        assertThat(writer.rejections()).isEqualTo(1);
      }

      assertThat(count("*")).isZero();
    }

    @Test
    void aTermOfAnyLengthIsTaken() throws Exception {
      String exe = "/" + "x".repeat(40_000);
      write(new Story("h").kill(process(5, "c", exe), 6, 15).facts());

      try (FactIndexReader reader = FactIndexReader.open(directory)) {
        assertThat(((SignalSent) reader.search("sender.pid:5", 1).getFirst()).sender().exe())
            .contains(exe);
      }
    }
  }

  @Nested
  class Opening {
    @Test
    void makesADirectoryThatOnlyItsOwnerMayEnter() throws IOException {
      write(facts());

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
    }

    @Test
    void refusesASecondWriter() throws IOException {
      try (FactIndexWriter first = FactIndexWriter.open(directory, CLOCK)) {
        assertThat(first.rejections()).isZero();
        assertThatThrownBy(() -> FactIndexWriter.open(directory, CLOCK))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(directory.toString())
            .hasMessageContaining("being written by another killtrail");
      }
    }

    @Test
    void nothingCountsBeforeTheWriterIsClosed() throws Exception {
      write(facts().subList(0, 1));
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        facts().forEach(writer::fact);
        assertThat(count("*")).isEqualTo(1);
      }
      assertThat(count("*")).isEqualTo(8);
    }

    @Test
    void saysWhereThereIsNoIndex() throws IOException {
      Path empty = Files.createDirectory(temp.resolve("empty"));

      assertThatThrownBy(() -> FactIndexReader.open(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("there is no index at " + directory)
          .hasMessageContaining("killtrail ingest");
      assertThatThrownBy(() -> FactIndexReader.open(empty))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("there is no index in " + empty);
    }

    @Test
    void refusesAnIndexWhoseCommitIsDamaged() throws IOException {
      write(facts());
      for (Path file : files("segments")) {
        Files.writeString(file, "not an index at all, but long enough to have a header");
      }

      assertThatThrownBy(() -> FactIndexReader.open(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
      assertThatThrownBy(() -> FactIndexWriter.open(directory, CLOCK))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }

    @Test
    void refusesAnIndexThatLacksAFile() throws IOException {
      write(facts());
      for (Path file : files("_0")) {
        Files.delete(file);
      }

      assertThatThrownBy(() -> FactIndexReader.open(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }

    private List<Path> files(String prefix) throws IOException {
      try (Stream<Path> files = Files.list(directory)) {
        return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"killtrail.format", "killtrail.codec"})
    void refusesAnIndexOfAnotherVersion(String key) throws IOException {
      write(facts());
      try (FSDirectory files = FSDirectory.open(directory);
          IndexWriter writer =
              new IndexWriter(files, new IndexWriterConfig(new KeywordAnalyzer()))) {
        writer.setLiveCommitData(Map.of(key, "999").entrySet());
        writer.commit();
      }

      assertThatThrownBy(() -> FactIndexReader.open(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another version of killtrail");
      assertThatThrownBy(() -> FactIndexWriter.open(directory, CLOCK))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another version of killtrail");
    }
  }

  @Test
  void manySightingsShareADocumentAndAllAreGiven() throws IOException {
    Story story = new Story("web01").at("02:22:00");
    for (int i = 0; i < 2_500; i++) {
      story.thread(281, 1000 + i, "worker-" + i);
    }
    write(story.facts());
    List<Fact> given = new ArrayList<>();

    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      reader.forEachButSignals(given::add);
      assertThat(reader.show(story.facts().get(2_000).provenance().id().text()))
          .containsExactly(story.facts().get(2_000));
    }

    assertThat(given)
        .extracting(fact -> fact.provenance().id())
        .containsExactlyInAnyOrderElementsOf(
            story.facts().stream().map(fact -> fact.provenance().id()).toList());
    assertThat(given.getFirst().provenance().raw()).extracting(RawRecord::latin1).containsOnly("");
  }
}
