package io.killtrail.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.analyzer.index.SearchField;
import io.killtrail.cli.Main;
import io.killtrail.reports.expect.Expectations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages and completions, looked at by the programs that they are for. */
class ManualTest {
  /** Whoever types this at the end of a line, and presses the tabulator, gets that. */
  private static final String COMPLETIONS =
      """
      killtrail tim                       | timeline
      killtrail index ver                 | verify
      killtrail index verify --for        | --format
      killtrail report --cause stal       | stale-pid-file
      killtrail report --flag unex        | unexpected-143
      killtrail search --top sender.se    | sender.session
      killtrail search --format c         | csv
      killtrail search --signal WIN       | WINCH
      killtrail search --per w            | week
      killtrail search victim.c           | victim.comm:
      """;

  @TempDir private static Path directory;

  @BeforeAll
  static void write() throws IOException {
    Manual.write(directory, "1.2.3", "2026-11-21");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("man1"))) {
      return files.sorted().toList();
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(directory.resolve("man1/" + name + ".1"));
  }

  @Test
  void thereIsAPageForEachCommandWithEachOfItsOptions() throws IOException {
    List<CommandSpec> commands = Commands.all(Main.described().getCommandSpec());
    assertThat(pages()).hasSameSizeAs(commands);
    for (CommandSpec command : commands) {
      String page = page(Commands.dashed(command));
      assertThat(page).contains("killtrail 1.2.3");
      for (OptionSpec option : command.options()) {
        assertThat(page).contains(Roff.text(option.longestName()));
      }
    }
  }

  @Test
  void thePageOfSearchTellsEveryField() throws IOException {
    String page = page("killtrail-search");
    for (SearchField field : SearchField.all()) {
      assertThat(page)
          .contains(Roff.text(field.name() + " (" + field.type().label() + ")"))
          .contains(Roff.text(field.meaning()))
          .contains(Roff.text(field.example()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"killtrail-report", "killtrail-analyze"})
  void thePagesOfReportsTellEveryFieldOfACase(String command) throws IOException {
    String page = page(command);
    assertThat(Expectations.fields().names())
        .hasSizeGreaterThan(60)
        .allSatisfy(name -> assertThat(page).contains(Roff.text(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "man, man --warnings -E UTF-8 -l",
    "groff, groff -man -ww -z -Tutf8",
    "mandoc, mandoc -Tlint -Wwarning",
  })
  void pagesAreReadWithoutAWarning(String tool, String command) throws Exception {
    assumeTrue(exists(tool), tool + " is not installed");
    for (Path page : pages()) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.add(page.toString());
      assertThat(run(words).complaints()).as(page.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = COMPLETIONS)
  void bashCompletes(String typed, String expected) throws Exception {
    assumeTrue(exists("bash"), "bash is not installed");
    String script =
        "source "
            + directory.resolve("bash/killtrail")
            + "; COMP_WORDS=("
            + typed
            + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _killtrail; echo \"${COMPREPLY[*]}\"";
    assertThat(run(List.of("bash", "--norc", "-c", script)))
        .isEqualTo(new Said(expected + "\n", ""));
  }

  @Test
  void bashCompletesBehindAnEqualsSignAndPaths() throws Exception {
    assumeTrue(exists("bash"), "bash is not installed");
    String script =
        "source "
            + directory.resolve("bash/killtrail")
            + "; cd "
            + directory
            + "; COMP_WORDS=(killtrail report --format = js); COMP_CWORD=4; _killtrail"
            + "; echo \"${COMPREPLY[*]}\""
            + "; COMP_WORDS=(killtrail report --index ma); COMP_CWORD=3; _killtrail"
            + "; echo \"${COMPREPLY[*]}\"";
    assertThat(run(List.of("bash", "--norc", "-c", script)))
        .isEqualTo(new Said("json\nman1\n", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = COMPLETIONS)
  void fishCompletes(String typed, String expected) throws Exception {
    assumeTrue(exists("fish"), "fish is not installed");
    String script =
        "source "
            + directory.resolve("fish/killtrail.fish")
            + "; complete -C '"
            + typed
            + "' | string split \\t -f1";
    assertThat(run(List.of("fish", "--no-config", "-c", script)))
        .isEqualTo(new Said(expected + "\n", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = COMPLETIONS)
  void zshCompletes(String typed, String expected) throws Exception {
    assumeTrue(exists("zsh"), "zsh is not installed");
    Path script = directory.resolve("complete.zsh");
    Files.writeString(script, ZSH);
    String word = typed.substring(typed.lastIndexOf(' ') + 1);
    List<String> words =
        List.of(
            "zsh",
            "-f",
            script.toString(),
            directory.resolve("zsh").toString(),
            typed,
            expected.substring(word.length()));
    String before = typed.substring("killtrail ".length(), typed.lastIndexOf(' ') + 1);
    assertThat(run(words).out()).contains("GOT<" + before + expected + ">");
  }

  /** A shell at a terminal of its own, in which somebody types, and waits for the rest. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty -b shell "zsh -f -i"
      await() {
        local piece end=$((SECONDS + 30))
        while [[ $seen != *${~1}* ]] && (( SECONDS < end )); do
          zpty -r -t shell piece && seen+=$piece || sleep 0.02
        done
      }
      seen=
      zpty -w shell "PS1= ; fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D"
      zpty -w shell 'killtrail() { print -r -- "GO""T<$*>" }; print -r -- "REA""DY"'
      await READY
      seen=
      zpty -w -n shell "$2"$'\\t'
      await "$3"
      zpty -w -n shell $'\\n'
      await 'GOT<*>'
      print -r -- "$seen"
      zpty -d shell
      """;

  private static boolean exists(String tool) {
    return Files.isExecutable(Path.of("/usr/bin", tool))
        || Files.isExecutable(Path.of("/bin", tool));
  }

  /**
   * What a program said.
   *
   * @param err on standard error
   */
  private record Said(String out, String err) {
    /** mandoc complains on standard output, man shows the page there. */
    String complaints() {
      return err + String.join("\n", out.lines().filter(l -> l.startsWith("mandoc:")).toList());
    }
  }

  private static Said run(List<String> words) throws IOException, InterruptedException {
    Path err = Files.createTempFile(directory, "said", ".err");
    Process process =
        new ProcessBuilder(words)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(err.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(out, Files.readString(err));
  }
}
