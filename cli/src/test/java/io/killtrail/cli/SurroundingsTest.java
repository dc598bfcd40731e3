package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the analysing machine stands, and what it speaks, does not change what evidence says. */
class SurroundingsTest {
  /** Runs in a virtual machine of its own: prints the reports of all samples. */
  static final class Printer {
    private Printer() {}

    public static void main(String[] args) throws IOException {
      try (PrintStream out = new PrintStream(args[0], StandardCharsets.UTF_8)) {
        out.print(reports(ZoneId.systemDefault()));
      }
    }
  }

  static String reports(ZoneId zone) throws IOException {
    Environment environment =
        new Environment(
            Map.of(),
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC),
            zone,
            Path.of("/nonexistent/home"),
            false,
            Terminal.NONE,
            StandardCharsets.UTF_8);
    StringBuilder reports = new StringBuilder();
    for (Sample sample : Sample.all()) {
      List<String> words = new ArrayList<>(List.of("analyze", sample.directory().toString()));
      words.addAll(sample.arguments());
      words.addAll(List.of("--format", "json"));
      Cli.Result result = Cli.run(environment, words.toArray(String[]::new));
      reports.append(sample.name()).append('\n').append(result.out()).append(result.err());
    }
    return reports.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kolkata"
            + " -Dfile.encoding=ISO-8859-1",
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"
            + " -Duser.timezone=America/St_Johns -Dfile.encoding=US-ASCII",
        "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai"
            + " -Duser.timezone=Pacific/Apia -Dfile.encoding=UTF-16"
      })
  void doNotChangeTheReports(String options) throws IOException, InterruptedException {
    Path out = Files.createTempFile("killtrail-reports", ".txt");
    try {
      assertThat(run(options, out)).isZero();
      assertThat(Files.readString(out)).isEqualTo(reports(ZoneOffset.UTC));
    } finally {
      Files.delete(out);
    }
  }

  private static int run(String options, Path out) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ", -1)));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dkilltrail.root=" + Sample.ROOT);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Printer.class.getName());
    command.add(out.toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
