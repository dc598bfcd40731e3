package io.killtrail.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static String json(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    JsonReport.write(Report.of(Sample.GENERATED, ReportFilter.ALL, analysis), out);
    return out.toString();
  }

  @Test
  void tellsEverythingAsTheContractSays() throws IOException {
    Golden.check("report.json", json(Sample.analysis()));
  }

  @Test
  void givesTheSameBytesForTheSameReport() throws IOException {
    assertThat(json(Sample.analysis())).isEqualTo(json(Sample.analysis()));
  }

  @Test
  void isPrintableAsciiWhateverTheLogHolds() throws IOException {
    assertThat(json(Sample.hostile("\u001b[2J\u202e\u009b\n\u007fä\ud800")))
        .matches("[\\n -~]*")
        .contains("\\u001B[2J\\u202E\\u009B\\n\\u007F\\u00E4\\uD800");
  }

  @Nested
  class Validation {
    private final Schema schema = schema();

    private static Schema schema() {
      String name = "killtrail.report-1.schema.json";
      try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private List<String> faults(String json) {
      return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void acceptsReports() throws IOException {
      assertThat(faults(json(Sample.analysis()))).isEmpty();
      assertThat(faults(json(Sample.empty()))).isEmpty();
      assertThat(faults(json(Sample.hostile("\u001b\n")))).isEmpty();
    }

    @Test
    void rejectsAnotherSchemaName() throws IOException {
      assertThat(faults(json(Sample.empty()).replace("report/1", "report/2"))).isNotEmpty();
    }

    @Test
    void rejectsMissingFieldsAndWrongWords() throws IOException {
      String report = json(Sample.analysis());
      assertThat(faults(report.replace("\"why_not\"", "\"whyNot\""))).isNotEmpty();
      assertThat(faults(report.replace("\"stale-pid-file\"", "\"stale\""))).isNotEmpty();
      assertThat(faults(report.replace("\"how\": \"exited\"", "\"how\": \"left\""))).isNotEmpty();
      assertThat(faults(report.replace("\"number\": 350", "\"number\": \"350\""))).isNotEmpty();
      assertThat(faults(report.replace(".868Z", "Z"))).isNotEmpty();
    }

    @Test
    void acceptsFieldsOfLaterVersions() throws IOException {
      String later = json(Sample.analysis()).replace("\"exit\": {", "\"new\": 1, \"exit\": {");
      assertThat(faults(later)).isEmpty();
    }
  }
}
