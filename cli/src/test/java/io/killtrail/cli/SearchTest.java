package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli.Result;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  @AutoClose private static final SamplesIndex INDEX = new SamplesIndex();

  private static String found(String... words) {
    return INDEX.printed(words);
  }

  /** The signal stands in audit.log, and again in the journal beside it. */
  @Test
  void anEventThatWasSeenByTwoRoadsIsToldOnceUnderItsHost() {
    assertThat(found("search", "--sender", "456").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("  web01  "));
    assertThat(found("search", "--sender", "456", "--count")).isEqualTo("2\n");
    assertThat(found("search", "--sender", "456", "--top", "signal"))
        .isEqualTo("count  signal\n    1  0\n    1  SIGTERM\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sender helperd | 2",
        "--sender /usr/bin/python3.11 --signal TERM | 2",
        "--from-pid 456 --signal 0 | 1",
        "--from-pid 456 --signal SIGTERM,0 | 2",
        "--victim 350 --signal 15 | 1",
        "--to-pid 281 --signal TERM | 1",
        "--login --signal KILL | 1",
        "--host gorp --unit sendmail | 3",
        "--host gorp --host arch --unit sendmail.service | 3",
        "--unit appd --since 2026-11-21T02:22:17Z --until 2026-11-21T02:22:18Z | 3",
        "--signal HUP kind:signal | 1",
        "--host nowhere | 0",
      })
  void optionsNarrowDown(String options, String count) {
    String[] words = ("search --count " + options).split(" ", -1);
    assertThat(found(words)).isEqualTo(count + "\n");
  }

  @Test
  void valuesAreCountedMostFrequentFirst() {
    assertThat(found("search", "--top", "sender.comm", "--limit", "2", "--format", "csv", "*"))
        .isEqualTo("value,count\r\nsystemd-journal,35\r\nsystemd,10\r\n");
    assertThat(found("search", "--per", "week", "--unit", "invoice-batch", "exit.status:143"))
        .isEqualTo("count  week (UTC)\n    1  2026-W47 (from 2026-11-16)\n");
    assertThat(found("search", "--per", "day", "--format", "json", "kind:exit").lines())
        .contains("{\"value\":\"2026-11-21\",\"count\":5}")
        .contains("{\"value\":\"2026-11-22\",\"count\":0}");
  }

  @Test
  void csvHasARowForEachFactBelowTheNamesOfItsColumns() {
    List<String> rows = found("search", "--sender", "456", "--format", "csv").lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst()).startsWith("ref,time,kind,host,boot,form,says,signal,syscall,");
    assertThat(rows.getLast())
        .startsWith("audit:1795227736.868:68,2026-11-21T02:22:16.868Z,signal,web01,,audit-raw,")
        .contains(",15,kill,yes,350,kill,456,helperd,/usr/bin/python3.11,");
  }

  @Test
  void jsonHasAllThatASearchCanAskForUnderTheNamesOfItsFields() {
    assertThat(found("search", "--format", "json", "id:\"audit:1795227736.868:68\""))
        .startsWith("{\"ref\":\"audit:1795227736.868:68\",")
        .contains("\"signal\":15,\"syscall\":\"kill\",\"success\":\"yes\",\"target\":350,")
        .contains("\"sender.pid\":456,\"sender.comm\":\"helperd\",")
        .contains("\"victim.pid\":[281],");
  }

  @Test
  void allFieldsAreListedWithTypeMeaningAndExample() {
    assertThat(found("search", "--fields"))
        .contains("sender.pid       number  process id of the sender")
        .contains("sender.pid:456")
        .contains("signal, exit, unit, process, pid-file");
  }

  @Test
  void aWrongQueryIsShownWithTheWrongPlaceBelowIt() {
    Result result = INDEX.run("search", "signal:TERM AND sendr.pid:456");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("there is no field sendr.pid; did you mean sender.pid?")
        .contains("\n  signal:TERM AND sendr.pid:456\n                  ^\n");
  }

  @Test
  void aWrongFieldToCountByIsRefusedWithASuggestion() {
    Result result = INDEX.run("search", "--top", "sendr.pid", "*");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("there is no field 'sendr.pid'; did you mean sender.pid?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--signal TREM", "--since never", "--count --top unit", "--per century"})
  void optionsThatCannotBeReadAreWrongUsage(String options) {
    Result result = INDEX.run(("search * " + options).split(" ", -1));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("killtrail: ").doesNotContain("Exception");
  }

  @Test
  void whatIsCutOffIsSaid() {
    Result result = INDEX.run("search", "--limit", "1", "--sender", "456");
    assertThat(result.out().lines()).hasSize(1);
    assertThat(result.err()).contains("these are the first 1; --limit shows more");
  }
}
