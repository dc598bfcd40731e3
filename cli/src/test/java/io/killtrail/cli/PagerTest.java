package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
  private static final Terminal SCREEN = new Terminal(false, true, true, false, 80);

  @TempDir private Path directory;
  private Path shown;
  private String pager;

  @BeforeEach
  void namePager() {
    shown = directory.resolve("shown");
    pager = "{ echo LESS=$LESS; cat; } >" + shown;
  }

  private static Cli.Result fields(Environment environment, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "search";
    words[1] = "--fields";
    System.arraycopy(options, 0, words, 2, options.length);
    return Cli.run(environment, words);
  }

  @Test
  void aTerminalGetsWhatIsPrintedThroughThePager() throws IOException {
    Cli.Result result = fields(Cli.environment(Map.of("PAGER", pager), SCREEN));
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(shown)).startsWith("LESS=").contains("sender.pid");
  }

  @Test
  void itsOwnVariableGoesBeforeThatOfAllPrograms() throws IOException {
    Map<String, String> variables = Map.of("PAGER", "false", "KILLTRAIL_PAGER", pager);
    assertThat(fields(Cli.environment(variables, SCREEN)).out()).isEmpty();
    assertThat(Files.readString(shown)).contains("sender.pid");
  }

  @Test
  void onAPipeADumbTerminalOrIfNotWantedThereIsNone() {
    Map<String, String> variables = Map.of("PAGER", pager);
    assertThat(fields(Cli.environment(variables, Terminal.NONE)).out()).contains("sender.pid");
    assertThat(fields(Cli.environment(Map.of("PAGER", pager, "TERM", "dumb"), SCREEN)).out())
        .contains("sender.pid");
    assertThat(fields(Cli.environment(variables, SCREEN), "--no-pager").out())
        .contains("sender.pid");
    assertThat(fields(Cli.environment(Map.of("PAGER", ""), SCREEN)).out()).contains("sender.pid");
    assertThat(fields(Cli.environment(Map.of("PAGER", "cat"), SCREEN)).out())
        .contains("sender.pid");
    assertThat(shown).doesNotExist();
  }

  @Test
  void aPagerThatHasSeenEnoughIsNoFailure() {
    Cli.Result result = fields(Cli.environment(Map.of("PAGER", "true"), SCREEN));
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void nothingIsShownWhereNothingIsPrinted() {
    Cli.Result result =
        Cli.run(
            Cli.environment(Map.of("PAGER", pager), SCREEN),
            "search",
            "--index",
            directory.resolve("none").toString(),
            "*");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(shown).doesNotExist();
  }
}
