package io.killtrail.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AuditRulesReaderTest {
  private static final String FILE =
      """
      ## what killtrail needs
      -D
      -b 8192
      -f 1
      --backlog_wait_time 60000
      -a always,exit -F arch=b64 -S kill,tkill -S tgkill -F a1!=0 -k kill
      -a never,exit -F arch=b32 -S all -F exe=/usr/bin/x
      -w /run -p wa -k pidfile
      """;

  private static final String STATUS =
      """
      enabled 1
      failure 1
      pid 1052
      rate_limit 0
      backlog_limit 8192
      lost 1751
      backlog 2
      backlog_wait_time 60000
      """;

  private final CollectingSink sink = new CollectingSink();

  private List<Item> read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new AuditRulesReader()
        .read(
            new ByteArrayInputStream(bytes),
            new InputContext("/etc/audit/audit.rules", Instant.EPOCH, IngestOptions.NONE),
            sink);
    return sink.facts(Configured.class).stream().map(Configured::item).toList();
  }

  @Test
  void readsRulesWithTheirPlaceArchCallsAndFilters() throws IOException {
    assertThat(read(FILE))
        .containsExactly(
            new Setting("audit_backlog_limit", 8192, OptionalLong.empty()),
            new RuleListed(
                6,
                "exit",
                true,
                Optional.of("b64"),
                List.of("kill", "tkill", "tgkill"),
                List.of("a1!=0"),
                Optional.of("kill")),
            new RuleListed(
                7,
                "exit",
                false,
                Optional.of("b32"),
                List.of("all"),
                List.of("exe=/usr/bin/x"),
                Optional.empty()),
            new RuleListed(
                8,
                "exit",
                true,
                Optional.empty(),
                List.of(),
                List.of("path=/run", "perm=wa"),
                Optional.of("pidfile")));
    assertThat(sink.rejections()).isEmpty();
  }

  @Test
  void readsTheStatusToo() throws IOException {
    assertThat(read(STATUS))
        .contains(
            new Setting("audit_enabled", 1, OptionalLong.empty()),
            new Setting("lost", 1751, OptionalLong.empty()));
    assertThat(sink.rejections()).isEmpty();
  }

  @Test
  void rejectsWhatIsNoRule() throws IOException {
    assertThat(read("-a always\nrm -rf /\n-S kill\n-a always,exit -S kill\n")).hasSize(1);
    assertThat(sink.rejections()).hasSize(3);
  }

  @Test
  void isTakenForEveryFormOfRules() {
    for (String text : List.of(FILE, STATUS, "No rules\n", "-a never,task\n")) {
      assertThat(FormatDetector.detect(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isEqualTo(InputFormat.AUDIT_RULES);
    }
    assertThat(FormatDetector.detect("lost 12 balls\n-w x\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(InputFormat.UNKNOWN);
  }
}
