package io.killtrail.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.SearchField;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UserId;
import io.killtrail.reports.csv.FactCsv;
import io.killtrail.reports.json.FactJson;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Facts for programs: an object or a row each, under the names that a search knows. */
class FactTablesTest {
  private static final Provenance PROVENANCE =
      new Provenance(
          new FactId("audit:1795228936.868:484"),
          Instant.parse("2026-11-21T02:22:16.868Z"),
          SourceForm.AUDIT_RAW,
          Optional.of("web01"),
          Optional.empty(),
          OptionalLong.of(484),
          List.of(new RawRecord("/var/log/audit/audit.log", 0, "type=SYSCALL")));

  private static Fact signal(String exe, int... victims) {
    Actor sender =
        new Actor(
            OptionalInt.of(456),
            OptionalInt.of(1),
            Optional.of("helperd"),
            Optional.of(exe),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new UserId(0, Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty());
    return new SignalSent(
        PROVENANCE,
        Optional.of(SignalCall.KILL),
        Optional.of("x86_64"),
        new Addressed.Group(281),
        OptionalInt.of(15),
        OptionalInt.of(0),
        sender,
        IntStream.of(victims).mapToObj(FactTablesTest::target).toList(),
        Optional.of("kill"));
  }

  private static SignalTarget target(int pid) {
    return new SignalTarget(
        pid,
        Optional.of("java"),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static String json(Fact fact) throws IOException {
    StringBuilder out = new StringBuilder();
    FactJson.write(fact, out);
    return out.toString();
  }

  @Test
  void anObjectHasTheFieldsOfASearchUnderTheirNames() throws IOException {
    assertThat(json(signal("/usr/bin/python3.11", 281, 282)))
        .startsWith(
            "{\"ref\":\"audit:1795228936.868:484\",\"time\":\"2026-11-21T02:22:16.868Z\","
                + "\"kind\":\"signal\",\"host\":\"web01\",\"boot\":null,\"form\":\"audit-raw\","
                + "\"says\":\"SIGTERM to ")
        .endsWith(
            "\",\"signal\":15,\"syscall\":\"kill\",\"success\":\"yes\",\"target\":-281,"
                + "\"key\":\"kill\",\"sender.pid\":456,\"sender.comm\":\"helperd\","
                + "\"sender.exe\":\"/usr/bin/python3.11\",\"sender.uid\":\"0\","
                + "\"sender.auid\":\"unset\",\"victim.pid\":[281,282],\"victim.comm\":[\"java\"]}\n");
  }

  @Test
  void whatAFactDoesNotHaveIsNotInItsObject() throws IOException {
    Fact thread = new ThreadSeen(PROVENANCE, 350, 281, Optional.of("worker"), Optional.empty());
    assertThat(json(thread))
        .endsWith("\"says\":\"thread 350 \\\"worker\\\" of process 281 alive\"}\n");
  }

  @Test
  void aRowHasAColumnForEachFieldOfASearch() throws IOException {
    StringBuilder out = new StringBuilder();
    FactCsv.write(List.of(signal("=cmd()", 281, 282), signal("/bin/kill")), out);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(out.toString()))) {
      assertThat(parser.getHeaderNames())
          .startsWith("ref", "time", "kind", "host", "boot", "form", "says")
          .containsAll(
              SearchField.names().stream()
                  .filter(name -> !List.of("id", "node").contains(name))
                  .toList())
          .doesNotHaveDuplicates();
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows.getFirst().get("victim.pid")).isEqualTo("281; 282");
      assertThat(rows.getFirst().get("victim.comm")).isEqualTo("java");
      assertThat(rows.getFirst().get("sender.exe")).as("no formula").isEqualTo("'=cmd()");
      assertThat(rows.getFirst().get("signal")).isEqualTo("15");
      assertThat(rows.getLast().get("victim.pid")).isEmpty();
      assertThat(rows.getLast().get("sender.exe")).isEqualTo("/bin/kill");
    }
  }
}
