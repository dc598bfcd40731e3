package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole journals of real machines, held against plain text searches. */
class JournalCapturesTest {
  private static final Path CAPTURES =
      Path.of(System.getenv().getOrDefault("KILLTRAIL_CAPTURES", defaultCaptures()));

  private static String defaultCaptures() {
    return Path.of(System.getProperty("killtrail.root", "."), "../shared/captures").toString();
  }

  private final Recorder recorder = new Recorder();

  @BeforeEach
  void capturesAreThere() {
    assumeThat(CAPTURES).isDirectory();
  }

  static List<Path> boots() throws IOException {
    if (!Files.isDirectory(CAPTURES)) {
      return List.of(CAPTURES);
    }
    try (Stream<Path> paths = Files.walk(CAPTURES, 2)) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("boot"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("boots")
  void readsEveryEntryOfTheJsonForm(Path boot) throws IOException {
    String text = content(boot.resolve("journal.json"));

    ReadResult result = read(new JournalJsonReader(), boot.resolve("journal.json"));

    assertThat(recorder.rejections).isEmpty();
    assertThat(result.records()).isEqualTo(text.lines().count());
    assertThat(recorder.facts)
        .extracting(fact -> fact.provenance().form() + " " + fact.provenance().id())
        .doesNotHaveDuplicates();
    assertThat(managerExits())
        .hasSize(count(text, "\"MESSAGE_ID\":\"98e322203f7a4ed290d09fe03c09fe15\""))
        .allMatch(exit -> exit.unit().isPresent() && exit.status().isPresent());
    assertThat(changes(UnitChanged.Stopping.class))
        .isEqualTo(count(text, "\"MESSAGE_ID\":\"de5b426a63be47a7b6ac3eaac82e2f6f\""));
    assertThat(changes(UnitChanged.Failed.class))
        .isEqualTo(count(text, "\"MESSAGE_ID\":\"d9b373ed55a64feb8242e02dbe79a49c\""));
    assertThat(recorder.all(BootSeen.class))
        .filteredOn(seen -> seen.sign() == BootSeen.Sign.JOURNAL_FIRST)
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.provenance().bootId())
                    .contains(Files.readString(boot.resolve("boot_id")).strip()));
  }

  @ParameterizedTest
  @MethodSource("boots")
  void readsTheSameFromTheExportForm(Path boot) throws IOException {
    read(new JournalJsonReader(), boot.resolve("journal.json"));
    Set<String> ids = Set.copyOf(recorder.ids());
    recorder.facts.clear();

    read(new JournalExportReader(), boot.resolve("journal.export"));

    assertThat(recorder.rejections).isEmpty();
    assertThat(Set.copyOf(recorder.ids())).isEqualTo(ids);
  }

  @ParameterizedTest
  @MethodSource("boots")
  void readsTheSameFromTheShortForm(Path boot) throws IOException {
    read(new JournalJsonReader(), boot.resolve("journal.json"));
    List<String> exits = managerExits().stream().map(JournalCapturesTest::plain).toList();
    long stops = changes(UnitChanged.Stopped.class);
    long signals = changes(UnitChanged.ManagerSignal.class);
    recorder.facts.clear();

    read(new JournalShortReader(), boot.resolve("journal.short"));

    assertThat(recorder.rejections).isEmpty();
    assertThat(recorder.ids()).doesNotHaveDuplicates();
    assertThat(managerExits().stream().map(JournalCapturesTest::plain)).isEqualTo(exits);
    assertThat(changes(UnitChanged.Stopped.class)).isEqualTo(stops);
    assertThat(changes(UnitChanged.ManagerSignal.class)).isEqualTo(signals);
  }

  @ParameterizedTest
  @MethodSource("boots")
  void readsTheSameSignalsFromEveryTextForm(Path boot) throws IOException {
    recorder.read(new JournalJsonReader(), context(boot), open(boot.resolve("journal.json")));
    recorder.end();
    List<String> received = signals(SourceForm.JOURNAL_JSON);
    List<String> printed = signals(SourceForm.KERNEL_PRINTK);
    for (String form : List.of("journal.short", "journal.short-iso-precise")) {
      recorder.facts.clear();

      recorder.read(new JournalShortReader(), context(boot), open(boot.resolve(form)));
      recorder.end();

      assertThat(signals(SourceForm.JOURNAL_SHORT)).isEqualTo(received);
      assertThat(signals(SourceForm.KERNEL_PRINTK)).isEqualTo(printed);
    }
  }

  @ParameterizedTest
  @MethodSource("boots")
  void readsTheSameWithTheNewestLineFirst(Path boot) throws IOException {
    Path form = boot.resolve("journal.short");
    recorder.read(new JournalShortReader(), context(form), open(form));
    recorder.end();
    List<String> forward = recorder.ids();
    recorder.facts.clear();
    List<String> lines = new ArrayList<>(content(form).lines().toList());
    Collections.reverse(lines);
    byte[] reversed = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);

    recorder.read(new JournalShortReader(), context(form), new ByteArrayInputStream(reversed));
    recorder.end();

    assertThat(recorder.ids()).isEqualTo(forward);
  }

  private List<String> signals(SourceForm form) {
    return recorder.all(SignalSent.class).stream()
        .filter(sent -> sent.provenance().form() == form)
        .map(JournalCapturesTest::plain)
        .sorted()
        .toList();
  }

  /** What a text form can carry of a signal. */
  private static String plain(SignalSent sent) {
    return sent.provenance().time().truncatedTo(ChronoUnit.SECONDS)
        + " "
        + sent.sender().pid()
        + " "
        + sent.sender().comm()
        + " "
        + sent.addressed()
        + " "
        + sent.signal()
        + " "
        + sent.targets().stream().map(SignalTarget::opid).sorted().toList();
  }

  private static String plain(ProcessExited exit) {
    return exit.witness()
        + " "
        + exit.unit().orElseThrow()
        + " "
        + exit.how().orElseThrow()
        + " "
        + exit.status().orElseThrow();
  }

  private List<ProcessExited> managerExits() {
    return recorder.all(ProcessExited.class).stream()
        .filter(
            exit ->
                exit.witness() == ProcessExited.Witness.MANAGER_MAIN
                    || exit.witness() == ProcessExited.Witness.MANAGER_CONTROL)
        .toList();
  }

  private long changes(Class<? extends UnitChanged.Change> kind) {
    return recorder.all(UnitChanged.class).stream()
        .filter(fact -> fact.witness() != UnitChanged.Witness.AUDIT)
        .filter(fact -> kind.isInstance(fact.change()))
        .count();
  }

  private static int count(String text, String needle) {
    int count = 0;
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      count++;
    }
    return count;
  }

  private ReadResult read(FormatReader reader, Path path) throws IOException {
    try (InputStream in = open(path)) {
      return recorder.read(reader, context(path), in);
    }
  }

  private static InputContext context(Path path) {
    return new InputContext(
        path.toString(),
        Recorder.FILE_TIME,
        new IngestOptions(
            Optional.empty(),
            OptionalInt.empty(),
            path.toString().contains("edge03")
                ? Optional.of(ZoneId.of("America/New_York"))
                : Optional.empty()));
  }

  private static String content(Path path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(Path path) {
    try {
      return Files.exists(path)
          ? Files.newInputStream(path)
          : new GZIPInputStream(Files.newInputStream(Path.of(path + ".gz")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
