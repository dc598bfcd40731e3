package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli.Result;
import io.killtrail.cli.environment.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void tellsTheVersionOfTheBuild() {
    Result result = Cli.run("--version");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).matches("killtrail \\d+\\.\\d+\\.\\d+\\S*\\n");
  }

  @Test
  void printsUsageWhenCalledWithoutArguments() {
    Result result = Cli.run();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Who ended my process").contains("analyze").contains("show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "ingest",
        "report",
        "why",
        "search",
        "timeline",
        "coverage",
        "show",
        "rejected",
        "snapshot",
        "pidfiles",
        "rules",
        "doctor"
      })
  void helpsWithExamplesAndExitStatus(String command) {
    Result result = Cli.run(command, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Usage: killtrail " + command)
        .contains("Examples:\n  ")
        .contains("Exit status:\n  0 done");
  }

  @Test
  void helpsInColourOnATerminalOnly() {
    Terminal terminal = new Terminal(false, true, true, false, 80);
    assertThat(Cli.run(Cli.environment(Map.of(), terminal), "--help").out()).contains("\u001b[");
    assertThat(Cli.run(Cli.environment(Map.of("NO_COLOR", "1"), terminal), "--help").out())
        .doesNotContain("\u001b[");
    assertThat(Cli.run("--help").out()).doesNotContain("\u001b[");
  }

  @Nested
  class WrongUsage {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "report --sinse today|--sinse",
          "report --since someday|--since",
          "report --since today --until yesterday|--until",
          "report --cause stalepid|--cause",
          "report --flag 143|--flag",
          "report --format yaml|--format",
          "report --fail-on all|--fail-on",
          "analyze --year next x|--year",
          "analyze --source-zone Mars/Base x|--source-zone",
          "search --limit many q|--limit",
          "analyze|PATH",
          "search|QUERY",
          "show|REF",
          "why|PID",
          "timeline|--around",
          "snapshot --every often|--every",
          "snapshot --root x --every 60s|--root",
          "snapshot --index x -o y|--index",
          "why --all --at today x|--at",
          "coverage --since today --until yesterday|--until",
        })
    void namesTheOptionAndExitsWithTwo(String arguments, String named) {
      List<String> words = List.of(arguments.split(" ", -1));
      Result result = Cli.run(words.toArray(String[]::new));
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("killtrail: ")
          .contains(named)
          .contains("Try 'killtrail " + words.getFirst() + " --help'.")
          .doesNotContain("Exception");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
      Result result = Cli.run("analyse", "x");
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains("Did you mean").contains("analyze");
    }

    @Test
    void listsTheWordsThatThereAre() {
      assertThat(Cli.run("report", "--cause", "x").err())
          .contains("stale-pid-file, manager-kill")
          .contains("own-exit, unknown");
    }

    @Test
    void makesWhatWasTypedHarmless() {
      assertThat(Cli.run("report", "--cause", "\u001b[2J").err()).doesNotContain("\u001b");
    }
  }

  @Nested
  class StandardOutputThatFails {
    private int run(Terminal terminal, ByteArrayOutputStream err) {
      OutputStream broken =
          new OutputStream() {
            @Override
            public void write(int value) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      return Main.run(
          new String[] {"--version"},
          InputStream.nullInputStream(),
          broken,
          err,
          Cli.environment(Map.of(), terminal));
    }

    @Test
    void endsQuietlyWhenItsReaderLeft() {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(run(new Terminal(false, false, false, true, 0), err)).isZero();
      assertThat(err.size()).isZero();
    }

    @Test
    void isAnErrorOtherwise() {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(run(Terminal.NONE, err)).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo("killtrail: cannot write to standard output: No space left on device\n");
    }
  }
}
