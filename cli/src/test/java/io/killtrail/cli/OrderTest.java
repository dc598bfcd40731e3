package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence arrives late and in any order: the same evidence gives the same report. */
class OrderTest {
  @TempDir private Path directory;
  private int indexes;

  @ParameterizedTest
  @ValueSource(strings = {"sudden-death", "systemctl-stop", "lost-messages"})
  void ofTheFilesInOneRunChangesNothing(String name) throws IOException {
    List<Path> files = new Sample(name).files();
    String expected = report(List.of(files));
    assertThat(expected).contains("\"cases\"").contains(name);
    for (List<Path> order : permutations(files)) {
      assertThat(report(List.of(order))).as(order.toString()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sudden-death", "systemctl-stop", "lost-messages"})
  void ofRunsChangesNothing(String name) throws IOException {
    List<Path> files = new Sample(name).files();
    String expected = report(List.of(files));
    for (List<Path> order : permutations(files)) {
      assertThat(report(order.stream().map(List::of).toList()))
          .as(order.toString())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sudden-death", "systemctl-stop", "lost-messages"})
  void whatIsReadTwiceCountsOnce(String name) throws IOException {
    List<Path> files = new Sample(name).files();
    String expected = report(List.of(files));
    List<Path> doubled = new ArrayList<>(files);
    doubled.addAll(files.reversed());
    assertThat(report(List.of(doubled))).isEqualTo(expected);
    assertThat(report(List.of(files, files))).isEqualTo(expected);
    assertThat(report(List.of(files, files.reversed(), files))).isEqualTo(expected);
  }

  /** The report over an index that took the files of each run, run after run. */
  private String report(List<List<Path>> runs) {
    String index = directory.resolve("index" + indexes++).toString();
    for (List<Path> files : runs) {
      List<String> words = new ArrayList<>(List.of("ingest", "--index", index));
      files.forEach(file -> words.add(file.toString()));
      assertDone(Cli.run(words.toArray(String[]::new)));
    }
    return assertDone(Cli.run("report", "--index", index, "--format", "json"));
  }

  private static String assertDone(Cli.Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }

  private static <T> List<List<T>> permutations(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (List<T> rest : permutations(of.subList(1, of.size()))) {
      for (int at = 0; at <= rest.size(); at++) {
        List<T> order = new ArrayList<>(rest);
        order.add(at, of.getFirst());
        all.add(order);
      }
    }
    return all;
  }
}
