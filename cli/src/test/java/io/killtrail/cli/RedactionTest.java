package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.session.OutputFile;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.reports.csv.CsvReport;
import io.killtrail.reports.csv.Section;
import io.killtrail.reports.json.JsonReport;
import io.killtrail.reports.markdown.MarkdownReport;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.openmetrics.OpenMetricsReport;
import io.killtrail.reports.redact.RedactionKey;
import io.killtrail.reports.redact.Redactor;
import io.killtrail.reports.text.FactLine;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Of all evidence that there is, no name is left in any format, nor in the records behind it. */
class RedactionTest {
  private static final RedactionKey KEY = RedactionKey.random();
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  @TempDir private static Path directory;

  @TestFactory
  Stream<DynamicTest> noNameIsLeftOfASample() {
    return Sample.all().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.name(),
                    () -> check(sample.name(), sample.directory(), sample.arguments())));
  }

  @TestFactory
  Stream<DynamicTest> noNameIsLeftOfACapture() throws IOException {
    List<Path> boots = Captures.boots();
    assumeTrue(!boots.isEmpty(), "no captures in " + Captures.DIRECTORY);
    return boots.stream().map(boot -> dynamicTest(name(boot), () -> checkCapture(boot)));
  }

  private static String name(Path boot) {
    return Captures.DIRECTORY.relativize(boot).toString().replace('/', '-');
  }

  private static void checkCapture(Path boot) throws IOException {
    Path evidence = directory.resolve(name(boot));
    Captures.copyWithoutTruth(boot, evidence);
    check(name(boot), evidence, List.of());
  }

  private static void check(String name, Path evidence, List<String> arguments) throws IOException {
    Path index = directory.resolve(name + ".index");
    List<String> words = new ArrayList<>(List.of("ingest", "--index", index.toString()));
    words.addAll(arguments);
    words.add(evidence.toString());
    assertThat(Cli.run(words.toArray(String[]::new)).exit()).isZero();
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      Report plain = Report.of(NOW, ReportFilter.ALL, Analyzer.analyze(reader));
      Redactor redactor = Redactor.of(reader, KEY, Set.of());
      Report redacted = redactor.report(plain);
      assertThat(redacted).isEqualTo(Redactor.of(reader, KEY, Set.of()).report(plain));
      Map<String, String> formats = formats(redacted);
      formats.put("records", records(plain, reader, redactor));
      new EvidenceNames(evidence, formats(plain)).assertNoneIn(formats);
    }
  }

  private static Map<String, String> formats(Report report) throws IOException {
    Map<String, String> formats = new TreeMap<>();
    put(formats, "text", out -> text(report, out));
    put(formats, "json", out -> JsonReport.write(report, out));
    put(formats, "markdown", out -> new MarkdownReport(ZoneOffset.UTC).write(report, out));
    put(formats, "openmetrics", out -> OpenMetricsReport.write(report, out));
    for (Section section : Section.values()) {
      put(formats, section.fileName(), out -> CsvReport.write(report, section, out));
    }
    return formats;
  }

  /** On lines without end: a name must not hide behind a break. */
  private static void text(Report report, Appendable out) throws IOException {
    new TextReport(Palette.NONE, Integer.MAX_VALUE, ZoneOffset.UTC).write(report, out);
  }

  private static void put(Map<String, String> formats, String name, OutputFile.Content content)
      throws IOException {
    StringBuilder out = new StringBuilder();
    content.write(out);
    formats.put(name, out.toString());
  }

  private static String records(Report plain, FactIndexReader reader, Redactor redactor)
      throws IOException {
    StringBuilder all = new StringBuilder();
    for (Case each : plain.analysis().cases()) {
      for (var evidence : each.evidence()) {
        for (Fact fact : reader.show(evidence.ref())) {
          Fact redacted = redactor.fact(fact);
          all.append(FactLine.of(redacted)).append('\n');
          redacted.provenance().raw().forEach(raw -> all.append(raw.text()).append('\n'));
        }
      }
    }
    return all.toString();
  }
}
