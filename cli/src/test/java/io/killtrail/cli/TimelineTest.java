package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final int STAMP = "2026-11-21 02:22:16.868".length();

  @AutoClose private static final SamplesIndex INDEX = new SamplesIndex();

  @TempDir private Path temporary;

  private static List<String> lines(String... words) {
    return INDEX.printed(words).lines().toList();
  }

  @Test
  void allFactsOfAHostStandInOrderEachEventOnceWithSightingsThatArePacked() {
    List<String> lines =
        lines("timeline", "--host", "web01", "--around", "2026-11-21T02:22:16.5", "--within", "1s");
    assertThat(lines.stream().map(line -> line.substring(0, STAMP))).isSorted();
    assertThat(lines.stream().filter(line -> line.contains("[audit:1795227736.868:68]")))
        .hasSize(1);
    assertThat(lines)
        .anyMatch(line -> line.contains("  thread    web01  thread 350 \"pool-46-worker\""))
        .anyMatch(
            line -> line.contains("  pid-file  web01  /var/lib/helperd/helperd.pid holds 350"))
        .anyMatch(line -> line.contains("SIGTERM to 350"))
        .anyMatch(line -> line.contains("main process ended, exit status 143"))
        .noneMatch(line -> line.contains("02:22:17.5"));
  }

  @Test
  void theTimeCanBeThatOfACase() {
    assertThat(lines("timeline", "--around", "c902f26742611d73", "--within", "1s"))
        .isEqualTo(
            lines(
                "timeline",
                "--host",
                "web01",
                "--around",
                "2026-11-21 02:22:16.868",
                "--within",
                "1s"));
  }

  /** Only some of the evidence is read where no stamp must be put right by the rest. */
  @Test
  void aStretchReadAloneIsThatOfTheWhole() {
    String directory = temporary.resolve("index").toString();
    Sample sample = new Sample("sudden-death");
    Cli.run("ingest", "--index", directory, sample.directory().toString());
    String[] words = {
      "timeline", "--index", directory, "--around", "2026-11-21T02:22:16Z", "--within", "1m"
    };
    assertThat(Cli.run(words).out().lines().toList())
        .hasSizeGreaterThan(50)
        .isSubsetOf(
            lines(
                "timeline",
                "--host",
                "web01",
                "--around",
                "2026-11-21T02:22:16Z",
                "--within",
                "1m"));
  }

  @Test
  void aHostMustBeNamedWhereThereAreSeveral() {
    Result result = INDEX.run("timeline", "--around", "2026-11-21T02:22Z");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("--host")
        .contains("arch, gorp, localhost.localdomain, web01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--around sometime --host web01",
        "--around now --host web01 --within long",
        "--around now --host web1",
        "--host web01"
      })
  void whatCannotBeReadIsWrongUsage(String options) {
    Result result = INDEX.run(("timeline " + options).split(" ", -1));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("killtrail: ").contains("--");
  }

  @Test
  void csvAndJsonHaveTheSameFacts() {
    String[] options = {"--host", "web01", "--around", "2026-11-21T02:22:16Z", "--within", "2s"};
    assertThat(lines(with(options, "csv"))).hasSize(lines(with(options, "json")).size() + 1);
    assertThat(lines(with(options, "json"))).hasSize(lines(with(options, "table")).size());
  }

  private static String[] with(String[] options, String format) {
    List<String> words = new ArrayList<>(List.of("timeline", "--format", format));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }
}
