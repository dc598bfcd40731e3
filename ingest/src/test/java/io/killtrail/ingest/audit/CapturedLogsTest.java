package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.run.Ingester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of real machines, counted here by plain search, must give as many facts. */
@ParameterizedClass
@MethodSource("directories")
class CapturedLogsTest {
  private final List<String> lines;
  private final CollectingSink sink = new CollectingSink();

  CapturedLogsTest(Path directory) throws IOException {
    lines = allLines(directory);
    new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
        .ingest(List.of(directory), InputStream.nullInputStream());
  }

  private static Path captures() {
    String root = System.getProperty("killtrail.root", ".");
    return Path.of(root)
        .resolve(
            Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"));
  }

  @BeforeAll
  static void capturesAreThere() {
    assumeTrue(Files.isDirectory(captures()), "no captures");
  }

  static Stream<Path> directories() throws IOException {
    if (!Files.isDirectory(captures())) {
      return Stream.of(Path.of("no captures"));
    }
    try (Stream<Path> all = Files.walk(captures(), 3)) {
      return all
          .filter(
              path ->
                  path.endsWith("audit")
                      && path.getParent().getFileName().toString().startsWith("boot"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static List<String> allLines(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.flatMap(CapturedLogsTest::linesOf).toList();
    }
  }

  private static Stream<String> linesOf(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long count(String type, Predicate<String> wanted) {
    return lines.stream()
        .filter(line -> line.startsWith("type=" + type + " "))
        .filter(wanted)
        .count();
  }

  @Test
  void allLinesAreRead() {
    assertThat(sink.rejections()).isEmpty();
    assertThat(sink.summaries().stream().mapToLong(summary -> summary.records()).sum())
        .isEqualTo(lines.size());
  }

  @Test
  void everyCallOfTheKillFamilyIsASignal() {
    Map<SignalCall, Integer> numbers =
        Map.of(
            SignalCall.KILL, 62,
            SignalCall.TKILL, 200,
            SignalCall.TGKILL, 234,
            SignalCall.RT_SIGQUEUEINFO, 129,
            SignalCall.RT_TGSIGQUEUEINFO, 297,
            SignalCall.PIDFD_SEND_SIGNAL, 424);
    Map<SignalCall, Long> found =
        sink.facts(SignalSent.class).stream()
            .filter(signal -> signal.arch().orElseThrow().equals("x86_64"))
            .collect(Collectors.groupingBy(s -> s.call().orElseThrow(), Collectors.counting()));
    numbers.forEach(
        (call, number) ->
            assertThat(found.getOrDefault(call, 0L))
                .as(call.syscall())
                .isEqualTo(
                    count("SYSCALL", l -> l.contains("arch=c000003e syscall=" + number + " "))));
  }

  @Test
  void everyTargetBelongsToASignal() {
    List<SignalSent> signals = sink.facts(SignalSent.class);
    assertThat(signals.stream().mapToLong(signal -> signal.targets().size()).sum())
        .isEqualTo(count("OBJ_PID", line -> true));
    assertThat(signals).allMatch(signal -> signal.sender().pid().isPresent());
  }

  @Test
  void failuresAndFormsAreThoseOfTheRecords() {
    List<SignalSent> signals = sink.facts(SignalSent.class);
    assertThat(signals.stream().filter(signal -> signal.errno().orElseThrow() == 3).count())
        .isEqualTo(
            count(
                "SYSCALL",
                l -> l.contains("exit=-3 ") && (l.contains("=62 ") || l.contains("=424 "))));
    boolean enriched = lines.stream().anyMatch(line -> line.indexOf(0x1d) >= 0);
    assertThat(signals)
        .allMatch(
            signal ->
                signal.provenance().form()
                    == (enriched ? SourceForm.AUDIT_ENRICHED : SourceForm.AUDIT_RAW));
  }

  @Test
  void exitsAndUnitsAreToldOnce() {
    assertThat(sink.facts(ProcessExited.class))
        .hasSize(
            (int)
                (count("ANOM_ABEND", line -> true)
                    + count("SYSCALL", line -> line.contains("arch=c000003e syscall=231 "))));
    assertThat(sink.facts(UnitChanged.class))
        .hasSize(
            (int) (count("SERVICE_START", line -> true) + count("SERVICE_STOP", line -> true)));
  }

  @Test
  void everyRawRecordIsALineAtItsOffset() {
    assertThat(sink.facts(SignalSent.class))
        .allSatisfy(
            signal ->
                assertThat(signal.provenance().raw())
                    .allMatch(
                        raw ->
                            raw.latin1()
                                .contains(":" + signal.provenance().serial().getAsLong() + ")")));
  }
}
