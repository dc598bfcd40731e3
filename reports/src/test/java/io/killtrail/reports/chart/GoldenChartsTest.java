package io.killtrail.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The charts of some samples, byte by byte: of those for which there is a directory of expected
 * charts. {@code -Dgolden.update=true} rewrites them, and the picture in the documentation.
 */
class GoldenChartsTest {
  private static final Path GOLDEN = Evidence.ROOT.resolve("reports/src/test/golden/charts");
  private static final Path PICTURE = Evidence.ROOT.resolve("docs/collision.svg");

  @TempDir private Path directory;

  private static List<Path> golden() throws IOException {
    try (Stream<Path> entries = Files.list(GOLDEN)) {
      return entries.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> areDrawnAsExpected() throws IOException {
    assertThat(golden()).isNotEmpty();
    return golden().stream()
        .map(expected -> dynamicTest(expected.getFileName().toString(), () -> check(expected)));
  }

  private void check(Path expected) throws IOException {
    Map<String, String> drawn = drawn(expected.getFileName().toString());
    if (Boolean.getBoolean("golden.update")) {
      replace(expected, drawn);
    }
    assertThat(files(expected)).isEqualTo(drawn);
  }

  @Test
  void theDocumentationShowsWhatIsDrawn() throws IOException {
    Map<String, String> drawn = drawn("sudden-death");
    String collision =
        drawn.entrySet().stream()
            .filter(chart -> chart.getKey().startsWith("collision-"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PICTURE, collision);
    }
    assertThat(PICTURE).hasContent(collision);
  }

  private Map<String, String> drawn(String sample) throws IOException {
    Path evidence = Evidence.ROOT.resolve("samples").resolve(sample);
    Report report = Evidence.report(List.of(evidence), directory.resolve(sample));
    Map<String, String> drawn = new TreeMap<>();
    for (Chart chart : Charts.of(report, ZoneOffset.UTC)) {
      drawn.put(chart.name() + ".svg", svg(chart));
    }
    for (Case told : report.analysis().cases()) {
      for (Chart chart : Charts.collision(told, ZoneOffset.UTC).stream().toList()) {
        drawn.put(chart.name() + ".svg", svg(chart));
      }
    }
    return drawn;
  }

  private static String svg(Chart chart) throws IOException {
    StringBuilder out = new StringBuilder();
    chart.svg(out);
    return out.toString();
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : entries.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static void replace(Path directory, Map<String, String> drawn) throws IOException {
    for (String old : files(directory).keySet()) {
      Files.delete(directory.resolve(old));
    }
    for (Map.Entry<String, String> chart : drawn.entrySet()) {
      Files.writeString(directory.resolve(chart.getKey()), chart.getValue());
    }
  }
}
