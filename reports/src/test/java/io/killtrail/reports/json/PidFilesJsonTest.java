package io.killtrail.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PidFilesJsonTest {
  private static final Instant THEN = Instant.parse("2026-11-21T02:13:43.844Z");
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:16.868Z");

  private static PidFileStanding armed(String comm) {
    return new PidFileStanding(
        "/var/lib/helperd/helperd.pid",
        OptionalInt.of(350),
        Optional.of(THEN),
        Optional.of("helperd.service"),
        Optional.of(State.ARMED),
        "350 is a thread of java[281]",
        Optional.of(
            new Holder(
                281,
                Optional.of(comm),
                Optional.of("/usr/bin/java"),
                Optional.of("appd.service"),
                Optional.of(THEN),
                OptionalInt.of(350),
                Optional.of("pool-46-worker"))),
        Optional.of(THEN),
        Optional.of(
            new NextBoot(false, Optional.of(new PidFile.Odds(3, 1, 0.1)), OptionalInt.of(900))));
  }

  private static PidFileStanding unreadable() {
    return new PidFileStanding(
        "/run/secret.pid",
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "permission denied",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String json(PidFileStanding... files) throws IOException {
    StringBuilder out = new StringBuilder();
    PidFilesJson.write(NOW, Optional.of("web01"), List.of(files), out);
    return out.toString();
  }

  @Test
  void fitsItsSchemaWhateverIsKnown() throws IOException {
    String json = json(armed("java"), unreadable());
    try (InputStream in =
        PidFilesJson.class.getResourceAsStream("killtrail.pidfiles-1.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
      String other = json.replace("\"armed\"", "\"loaded\"");
      assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void isPrintableAsciiWhateverAProcessCallsItself() throws IOException {
    assertThat(json(armed("\u001b[2J\u202e\n")))
        .matches("[\\n -~]*")
        .contains("\\u001B[2J\\u202E\\n");
  }
}
