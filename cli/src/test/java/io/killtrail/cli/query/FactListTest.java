package io.killtrail.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli;
import io.killtrail.cli.Facts;
import io.killtrail.cli.Printed;
import io.killtrail.cli.option.FactOptions;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.text.Palette;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactListTest {
  private static final RawRecord RECORD = new RawRecord("/a.log", 0, "x");

  private final Printed printed = new Printed(Cli.ENVIRONMENT);
  private final FactList list = new FactList(printed.session(), ZoneOffset.UTC, Palette.NONE);

  @Test
  void printsARowForEachFactAndAlignsTheHosts() throws IOException {
    Fact here = Facts.thread(Optional.of("web01"), "w", RECORD);
    Fact nowhere = Facts.thread(Optional.empty(), "evil\u001b[2J\n", RECORD);
    list.print(List.of(here, nowhere), FactOptions.Format.TABLE);
    assertThat(printed.out())
        .isEqualTo(
            "2026-11-21 02:22:16.868 UTC  thread    web01  thread 350 \"w\" of process 281 alive"
                + "  [audit:1795228936.868:484]\n"
                + "2026-11-21 02:22:16.868 UTC  thread    -      thread 350 \"evil\\x1b[2J\\x0a\""
                + " of process 281 alive  [audit:1795228936.868:484]\n");
  }

  @Test
  void printsAnObjectALineAsJson() throws IOException {
    Fact fact = Facts.thread(Optional.empty(), "a\nb", RECORD);
    list.print(List.of(fact, fact), FactOptions.Format.JSON);
    assertThat(printed.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"ref\":\"audit:1795228936.868:484\""))
        .allMatch(line -> line.contains("\"host\":null") && line.contains("a\\nb"));
  }
}
