package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a process chooses what stands in the log: it must do nothing where it is shown. */
class HostileNamesTest {
  private static final String NAME = "=cmd()\u001b[2J\n";

  @TempDir private Path directory;

  @BeforeEach
  void ingest() throws IOException {
    String hex = HexFormat.of().withUpperCase().formatHex(NAME.getBytes(StandardCharsets.UTF_8));
    Path log =
        Files.writeString(
            directory.resolve("audit.log"),
            "type=SYSCALL msg=audit(1795227736.868:68): arch=c000003e syscall=62 success=yes exit=0"
                + " a0=119 a1=9 items=0 ppid=1 pid=456 auid=4294967295 uid=0 tty=(none)"
                + " ses=4294967295 comm="
                + hex
                + " exe="
                + hex
                + " key=\"kill\"\n"
                + "type=OBJ_PID msg=audit(1795227736.868:68): opid=281 oauid=-1 ouid=0 oses=-1 ocomm="
                + hex
                + "\n");
    assertThat(run("ingest", log.toString()).exit()).isZero();
  }

  private Cli.Result run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--index", directory.resolve("index").toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why 281",
        "why 281 --format json",
        "search *",
        "search * --format json",
        "search * --format csv",
        "search --top sender.comm *",
        "search --top sender.comm --format json *",
        "timeline --around 2026-11-21T02:22:16Z",
        "timeline --around 2026-11-21T02:22:16Z --format csv",
        "show 1795227736.868:68",
        "coverage"
      })
  void nothingOfItReachesTheTerminal(String command) {
    Cli.Result result = run(command.split(" ", -1));
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isNotEmpty().doesNotContain("\u001b").doesNotContain("2J\n\"");
  }

  @Test
  void aSpreadsheetDoesNotRunIt() {
    assertThat(run("search", "--top", "sender.comm", "--format", "csv", "*").out())
        .isEqualTo("value,count\r\n'=cmd()\\x1b[2J\\x0a,1\r\n");
  }

  @Test
  void whatIsTypedIsMadeHarmlessToo() {
    assertThat(run("why", NAME).err()).doesNotContain("\u001b").contains("\\x1b[2J");
    assertThat(run("search", "a\u001b[2J:1").err()).doesNotContain("\u001b");
    assertThat(run("timeline", "--around", "now", "--host", NAME).err()).doesNotContain("\u001b");
  }
}
