package io.killtrail.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static String text(Analysis analysis, TextReport writer) throws IOException {
    return text(Report.of(Sample.GENERATED, ReportFilter.ALL, analysis), writer);
  }

  private static String text(Report report, TextReport writer) throws IOException {
    StringBuilder out = new StringBuilder();
    writer.write(report, out);
    return out.toString();
  }

  private static TextReport plain() {
    return new TextReport(Palette.NONE, TextReport.WIDTH, ZoneOffset.UTC);
  }

  @Test
  void tellsEverything() throws IOException {
    Golden.check("report.txt", text(Sample.analysis(), plain()));
  }

  @Test
  void saysWhatIsNeededWhenThereIsNothing() throws IOException {
    Golden.check("empty.txt", text(Sample.empty(), plain()));
  }

  @Test
  void coloursOnlyAddSequences() throws IOException {
    TextReport coloured = new TextReport(Palette.ANSI, TextReport.WIDTH, ZoneOffset.UTC);
    String text = text(Sample.analysis(), coloured);
    assertThat(text).contains("\u001b[1;31mFLAGGED\u001b[0m");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(Sample.analysis(), plain()));
  }

  @Test
  void showsTimesWithTheOffsetOfAnotherZone() throws IOException {
    TextReport there = new TextReport(Palette.NONE, 100, ZoneId.of("America/New_York"));
    assertThat(text(Sample.analysis(), there)).contains("2026-11-20 21:22:16.868 -05:00");
  }

  @Test
  void saysThatAFilterMatchesNothing() throws IOException {
    ReportFilter filter =
        new ReportFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of("nope"),
            Set.of(),
            Set.of(),
            Optional.empty());
    assertThat(text(Report.of(Sample.GENERATED, filter, Sample.analysis()), plain()))
        .contains("asked for    unit nope")
        .contains("No case matches what was asked for.");
  }

  @Nested
  class Hostile {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\u001b]0;owned\u0007",
          "\u009b2J",
          "a\nFLAGGED",
          "a\rb",
          "\u202eexe",
          "\u2066x",
          "\u2028x",
          "\u0000",
          "\u007f",
          "\u200b"
        })
    void neverReachesTheTerminalRaw(String hostile) throws IOException {
      String text = text(Sample.hostile(hostile), plain());
      assertThat(text).doesNotContain(hostile).contains(TerminalText.escape(hostile));
      assertThat(text.chars())
          .allMatch(c -> c == '\n' || !Character.isISOControl(c))
          .allMatch(c -> Character.getType(c) != Character.FORMAT);
    }

    @Test
    void isCut() throws IOException {
      assertThat(text(Sample.hostile("x".repeat(100_000)), plain()).length()).isLessThan(60_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 60, 80, 200})
  void keepsWithinTheWidthButForWordsThatAreLonger(int width) throws IOException {
    String text = text(Sample.analysis(), new TextReport(Palette.NONE, width, ZoneOffset.UTC));
    int longest = Math.max(width, 60);
    // Labels and indents end before column 15: what is longer than the line is one word.
    assertThat(text.lines())
        .allMatch(line -> line.length() <= longest || line.lastIndexOf(' ') < 15);
  }
}
