package io.killtrail.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli;
import io.killtrail.cli.Facts;
import io.killtrail.cli.Printed;
import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.text.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RawRecordsTest {
  private static final String LINE = "type=SYSCALL comm=\u001b[2J \u001d \u00c3\u00a4 \u00ff";
  private static final Fact FACT =
      Facts.thread(Optional.of("web01"), "w", new RawRecord("/evidence/audit.log", 1234, LINE));

  private static Printed print(Environment environment, boolean raw, List<Fact> facts)
      throws IOException {
    Printed printed = new Printed(environment);
    new RawRecords(printed.session(), ZoneOffset.UTC, Palette.NONE).print(facts, raw);
    return printed;
  }

  @Test
  void showsFileAndOffsetAndEscapesTheRecord() throws IOException {
    assertThat(print(Cli.ENVIRONMENT, false, List.of(FACT)).out())
        .isEqualTo(
            """
            audit:1795228936.868:484  2026-11-21 02:22:16.868 UTC  thread  web01
              thread 350 "w" of process 281 alive
              /evidence/audit.log, byte 1234
                type=SYSCALL comm=\\x1b[2J \\x1d ä \ufffd
            """);
  }

  @Test
  void givesTheBytesAsTheyWereToAPipeAndEachRecordOnce() throws IOException {
    assertThat(print(Cli.ENVIRONMENT, true, List.of(FACT, FACT)).bytes())
        .isEqualTo((LINE + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void protectsATerminalEvenWhenRawIsAskedFor() throws IOException {
    Environment screen = Cli.environment(Map.of(), new Terminal(false, true, true, false, 80));
    assertThat(print(screen, true, List.of(FACT)).out())
        .isEqualTo("type=SYSCALL comm=\\x1b[2J \\x1d ä \ufffd\n");
  }
}
