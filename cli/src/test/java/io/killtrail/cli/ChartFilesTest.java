package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {
  private static final Sample STORY = new Sample("sudden-death");
  private static final List<String> CHARTS =
      List.of("collision-c902f26742611d73", "coverage", "exits-143", "signals", "who-kills-whom");

  @TempDir private Path directory;

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> both(List<String> charts) {
    return charts.stream().flatMap(name -> Stream.of(name + ".png", name + ".svg")).toList();
  }

  @Test
  void analyzeDrawsThemIntoADirectoryThatItMakes() throws IOException {
    Path charts = directory.resolve("not/yet/there");
    Cli.Result result = STORY.analyze("--charts", charts.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(STORY.analyze().out());
    assertThat(names(charts)).isEqualTo(both(CHARTS));
    assertThat(charts.resolve("signals.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
    assertThat(Files.readAllBytes(charts.resolve("signals.png")))
        .startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
  }

  @Test
  void reportDrawsWhatTheFilterLeaves() throws IOException {
    String index = directory.resolve("index").toString();
    Cli.run("ingest", "--index", index, STORY.directory().toString());
    Path charts = directory.resolve("charts");
    Cli.Result result =
        Cli.run(
            "report",
            "--index",
            index,
            "--unit",
            "nobodys",
            "--utc",
            "--charts",
            charts.toString());
    assertThat(result.exit()).isZero();
    assertThat(names(charts)).isEqualTo(both(List.of("coverage", "signals")));
  }

  @Test
  void chartsThatWereThereAreReplaced() throws IOException {
    Path old = Files.writeString(directory.resolve("signals.svg"), "old");
    STORY.analyze("--charts", directory.toString());
    assertThat(old).content().startsWith("<svg ");
    assertThat(names(directory)).isEqualTo(both(CHARTS));
  }

  @Test
  void aDirectoryThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    Cli.Result result = STORY.analyze("--charts", file.resolve("charts").toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains(file.toString());
  }
}
