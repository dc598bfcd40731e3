package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples, each against the report that stands beside it; {@code -Dgolden.update=true} rewrites
 * the reports.
 */
class SamplesTest {
  /** The samples are for readers too: nobody reads a megabyte. */
  private static final long LARGEST = 60_000;

  /** Formats by the extension of their files; of CSV the cases. */
  private static final Map<String, String> FORMATS =
      new TreeMap<>(Map.of("json", "json", "csv", "csv", "md", "markdown", "prom", "openmetrics"));

  @TestFactory
  Stream<DynamicTest> giveTheReportsThatAreExpected() {
    return Sample.all().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> check(sample)));
  }

  private static void check(Sample sample) throws IOException {
    for (Map.Entry<String, String> format : FORMATS.entrySet()) {
      Cli.Result result = sample.analyze("--format", format.getValue());
      assertThat(result.err()).isEmpty();
      assertThat(result.exit()).isZero();
      Path expected = sample.expected(format.getKey());
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(expected, result.out());
      }
      assertThat(result.out()).isEqualTo(Files.readString(expected));
    }
  }

  @Test
  void areSmallAndReadWhole() throws IOException {
    assertThat(Sample.all()).isNotEmpty();
    for (Sample sample : Sample.all()) {
      long size = 0;
      for (Path file : sample.files()) {
        size += Files.size(file);
      }
      assertThat(size).as(sample.name()).isBetween(1L, LARGEST);
      for (Told input : Told.of(sample).list("inputs")) {
        assertThat(input.at("rejected")).as(input.toString()).isEqualTo("0");
        assertThat(input.at("format")).as(input.toString()).isNotEqualTo("null");
      }
    }
  }
}
