package io.killtrail.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvReportTest {
  /** As the JSON names them: lower case, dotted where nested. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private static String csv(Analysis analysis, Section section) throws IOException {
    StringBuilder out = new StringBuilder();
    Report report = Report.of(Sample.GENERATED, ReportFilter.ALL, analysis);
    CsvReport.write(report, section, out);
    return out.toString();
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      assertThat(parser.getHeaderNames()).allMatch(name -> NAME.matcher(name).matches());
      return parser.getRecords();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsEverySection(Section section) throws IOException {
    String csv = csv(Sample.analysis(), section);
    Golden.check("report-" + section.fileName(), csv);
    assertThat(rows(csv)).isNotEmpty().allMatch(CSVRecord::isConsistent);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheNamesOfTheColumnsWhereThereIsNothing(Section section) throws IOException {
    String names = csv(Sample.analysis(), section).lines().findFirst().orElseThrow();
    assertThat(csv(Sample.empty(), section)).startsWith(names + "\r\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsEachLineAsRfc4180Wants(Section section) throws IOException {
    String csv = csv(Sample.hostile("a\nb\rc,\"d\""), section);
    assertThat(csv).endsWith("\r\n");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(rows(csv)).allMatch(CSVRecord::isConsistent);
  }

  @ParameterizedTest
  @EnumSource
  void givesNoFormulaToASpreadsheet(Section section) throws IOException {
    for (String formula :
        List.of("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(1)", "\uff1dx", " =y")) {
      for (CSVRecord row : rows(csv(Sample.hostile(formula), section))) {
        assertThat(row.toList())
            .allMatch(
                cell -> NUMBER.matcher(cell).matches() || !cell.matches("\\s*[=+@\uff1d-].*"));
      }
    }
  }
}
