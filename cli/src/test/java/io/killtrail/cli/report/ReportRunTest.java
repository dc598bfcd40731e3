package io.killtrail.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.cli.Cli;
import io.killtrail.cli.Printed;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.Words;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.reports.expect.ExpectFileException;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ReportRunTest {
  private static final Instant TIME = Instant.parse("2026-11-21T02:22:16.868Z");

  private final Printed printed = new Printed(Cli.ENVIRONMENT);

  @TempDir private Path directory;

  @Command(name = "test")
  private static final class Options {
    @Mixin private ReportOptions report;
    @Mixin private RedactOptions redact;
    @Mixin private ZoneOption zone;
    @Mixin private ColorOption color;
  }

  private ExitStatus tell(List<Flag> flags, String... args)
      throws IOException, ExpectFileException {
    Options options = new Options();
    CommandLine line = new CommandLine(options);
    Words.register(line);
    line.parseArgs(args);
    return new ReportRun(
            printed.session(), options.report, options.redact, options.zone, options.color)
        .tell(Report.of(TIME, ReportFilter.ALL, analysis(flags)), RecordSource.NONE);
  }

  private static Analysis analysis(List<Flag> flags) {
    Victim victim =
        new Victim(
            OptionalInt.of(281),
            Optional.of("java"),
            Optional.empty(),
            Optional.of("a.service"),
            List.of());
    Case one =
        new Case(
            "0123456789abcdef",
            List.of(),
            Optional.of("web01"),
            Optional.empty(),
            TIME,
            Cause.UNKNOWN,
            flags,
            false,
            Confidence.POSSIBLE,
            victim,
            List.of(victim),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Exit(Optional.empty(), OptionalInt.of(143), Optional.empty()),
            Optional.empty(),
            "java[281] ended, and nothing shows why",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Analysis(
        Optional.of(TIME),
        Optional.of(TIME),
        List.of("web01"),
        new SignalCounts(0, 0, Map.of(), Map.of()),
        List.of(one),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void printsTextByDefault() throws Exception {
    assertThat(tell(List.of())).isEqualTo(ExitStatus.DONE);
    assertThat(printed.out())
        .contains("NOT EXPECTED  1 case")
        .contains("java[281] ended, and nothing shows why");
  }

  @Test
  void failsOnFlaggedCasesOnlyWhenAsked() throws Exception {
    List<Flag> flagged = List.of(Flag.UNEXPECTED_143);
    assertThat(tell(flagged)).isEqualTo(ExitStatus.DONE);
    assertThat(tell(flagged, "--fail-on", "flagged")).isEqualTo(ExitStatus.FLAGGED);
    assertThat(tell(List.of(), "--fail-on", "flagged")).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void writesHtmlIntoAFile() throws Exception {
    Path file = directory.resolve("report.html");
    tell(List.of(), "--format", "html", "-o", file.toString());
    assertThat(printed.out()).isEmpty();
    assertThat(file)
        .content()
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("java[281] ended, and nothing shows why")
        .endsWith("</html>\n");
  }

  @Test
  void writesJsonIntoAFile() throws Exception {
    Path file = directory.resolve("report.json");
    tell(List.of(), "--format", "json", "-o", file.toString());
    assertThat(printed.out()).isEmpty();
    assertThat(file).content().startsWith("{\n  \"schema\": \"killtrail.report/1\",\n");
  }
}
