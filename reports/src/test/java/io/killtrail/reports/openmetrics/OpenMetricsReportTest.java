package io.killtrail.reports.openmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMetricsReportTest {
  private static final String NAME = "killtrail_[a-z0-9_]+";
  private static final String LABEL = "[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\\\\\|\\\\\")*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*\\})? [0-9]+(?:\\.[0-9]+)?");
  private static final Pattern META = Pattern.compile("# (HELP|TYPE|UNIT) (" + NAME + ") (.+)");

  private static String metrics(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    OpenMetricsReport.write(Report.of(Sample.GENERATED, ReportFilter.ALL, analysis), out);
    return out.toString();
  }

  @Test
  void tellsTheCounts() throws IOException {
    Golden.check("report.prom", metrics(Sample.analysis()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"web01", "a\"b", "a\\b", "a\nb", "\u001b[2J", "", "\u202e", "x{y=\"z\"} 1"})
  void keepsToTheGrammarOfBothFormats(String hostile) throws IOException {
    String metrics = metrics(Sample.hostile(hostile));
    assertThat(metrics).endsWith("\n# EOF\n");
    String family = "";
    Set<String> series = new HashSet<>();
    Set<String> families = new HashSet<>();
    for (String line : metrics.lines().toList()) {
      var meta = META.matcher(line);
      var sample = SAMPLE.matcher(line);
      if (meta.matches()) {
        if (meta.group(1).equals("HELP")) {
          family = meta.group(2);
          assertThat(families.add(family)).as(line).isTrue();
        }
        assertThat(meta.group(2)).isEqualTo(family);
        assertThat(meta.group(1).equals("UNIT") && !family.endsWith("_" + meta.group(3))).isFalse();
      } else if (!line.equals("# EOF")) {
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(1)).isEqualTo(family);
        assertThat(series.add(line.substring(0, line.lastIndexOf(' ')))).as(line).isTrue();
      }
    }
    assertThat(families).contains("killtrail_cases", "killtrail_flagged_cases");
  }

  @Test
  void everyHostHasEveryCauseSoThatAFirstCaseIsAnIncrease() throws IOException {
    assertThat(metrics(Sample.analysis()))
        .contains("killtrail_cases{cause=\"stale-pid-file\",host=\"db02\"} 0\n")
        .contains("killtrail_cases{cause=\"stale-pid-file\",host=\"web01\"} 1\n");
  }

  @Test
  void aLogCannotMakeSeriesWithoutEnd() throws IOException {
    List<RestartLoop> loops =
        IntStream.range(0, 5000).mapToObj(number -> loop("u" + number + ".service")).toList();
    List<String> lines =
        metrics(Sample.withLoops(loops))
            .lines()
            .filter(line -> line.startsWith("killtrail_restart_loop_restarts{"))
            .toList();
    assertThat(lines)
        .hasSize(BoundedCounts.MOST + 1)
        .contains("killtrail_restart_loop_restarts{host=\"other\",unit=\"other\"} 9000");
  }

  @Test
  void namesThatLookAlikeWhenCutAreOneSeries() throws IOException {
    String name = "u".repeat(200);
    assertThat(metrics(Sample.withLoops(List.of(loop(name + 1), loop(name + 2)))))
        .contains("unit=\"" + "u".repeat(128) + "...\"} 4\n");
  }

  private static RestartLoop loop(String unit) {
    return new RestartLoop(
        Optional.of("web01"),
        unit,
        2,
        OptionalInt.empty(),
        Sample.COLLISION,
        Sample.TIMEOUT,
        "Look.");
  }
}
