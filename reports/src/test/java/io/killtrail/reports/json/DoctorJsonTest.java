package io.killtrail.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.killtrail.analyzer.doctor.Finding;
import io.killtrail.analyzer.doctor.Severity;
import io.killtrail.analyzer.recording.Matter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorJsonTest {
  private static String json(List<Finding> findings) throws IOException {
    StringBuilder out = new StringBuilder();
    Instant now = Instant.parse("2026-11-22T06:00:00Z");
    DoctorJson.write(findings, Optional.of("/copy"), now, out);
    return out.toString();
  }

  private static Finding finding(Severity severity, String what) {
    return new Finding(
        "audit-enabled", severity, what, Optional.of(Matter.SENDER), Optional.empty());
  }

  @Test
  void fitsItsSchemaForEverySeverity() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      findings.add(finding(severity, "as it is"));
    }
    String name = "killtrail.doctor-1.schema.json";
    try (InputStream in = DoctorJson.class.getResourceAsStream(name)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      assertThat(schema.validate(json(findings), InputFormat.JSON)).isEmpty();
      String other = json(findings).replace("audit-enabled", "Audit enabled");
      assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void isPrintableAsciiWhateverTheHostSays() throws IOException {
    assertThat(json(List.of(finding(Severity.PROBLEM, "\u001b[2J\u202e\n"))))
        .matches("[\\n -~]*")
        .contains("\\u001B[2J\\u202E\\n");
  }
}
