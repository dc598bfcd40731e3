package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What monitoring makes of the counts of every sample: its own parsers, where they are installed.
 */
class MetricsTest {
  /** Reads each file in both formats and counts the series. */
  private static final String BOTH_PARSERS =
      """
      import sys
      from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
      from prometheus_client.parser import text_string_to_metric_families as prometheus
      for path in sys.argv[1:]:
          text = open(path, encoding='utf-8', newline='').read()
          for parse in (openmetrics, prometheus):
              families = list(parse(text))
              assert all(family.type == 'gauge' for family in families), families
              samples = [s for family in families for s in family.samples]
              assert len(samples) > 20, path
              assert not any(s.timestamp for s in samples), path
              print(path, len(samples))
      """;

  @TempDir private Path directory;

  private List<String> files() throws IOException {
    for (Sample sample : Sample.all()) {
      Path file = directory.resolve(sample.name() + ".prom");
      assertThat(sample.analyze("--format", "openmetrics", "-o", file.toString()).exit()).isZero();
    }
    try (var files = Files.list(directory)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void aClientOfPrometheusReadsThemAsOpenMetricsAndAsTheOlderFormat() throws Exception {
    Optional<String> python = python();
    assumeTrue(python.isPresent(), "python3 with prometheus_client is not there");
    List<String> files = files();
    Path script = Files.writeString(directory.resolve("parse.py"), BOTH_PARSERS);
    List<String> words = new ArrayList<>(List.of(python.get(), script.toString()));
    words.addAll(files);
    Tool parsed = Tool.run(words.toArray(String[]::new));
    assertThat(parsed.exit()).as(parsed.said()).isZero();
    assertThat(parsed.said().lines()).hasSize(2 * files.size());
  }

  /** The first on the path may be another than the one of the distribution. */
  private static Optional<String> python() throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (Tool.exists("python3")
          && Tool.run("sh", "-c", python + " -c 'import prometheus_client'").exit() == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  @Test
  void promtoolFindsNoFault() throws Exception {
    assumeTrue(Tool.exists("promtool"), "promtool is not there");
    for (String file : files()) {
      Tool checked = Tool.run("sh", "-c", "promtool check metrics < \"$0\"", file);
      assertThat(checked.exit()).as(checked.said()).isZero();
      assertThat(checked.said()).isEmpty();
    }
  }
}
