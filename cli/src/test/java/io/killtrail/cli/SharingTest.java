package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.environment.Environment;
import io.killtrail.reports.csv.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that leave the host: tables in a directory, and output with pseudonyms. */
class SharingTest {
  private static final Environment ENVIRONMENT = Cli.ENVIRONMENT;
  private static final Sample SAMPLE = new Sample("user-kill");

  @TempDir private Path directory;

  @Nested
  class Tables {
    @Test
    void goIntoADirectoryOneFileASection() throws IOException {
      Path tables = directory.resolve("tables");
      Cli.Result result = SAMPLE.analyze("--format", "csv", "-o", tables + "/");
      assertThat(result).isEqualTo(new Cli.Result(0, "", ""));
      try (var files = Files.list(tables)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Section.values()).map(Section::fileName).toList());
      }
      assertThat(tables.resolve("cases.csv")).hasSameBinaryContentAs(SAMPLE.expected("csv"));
      SAMPLE.analyze("--format", "csv", "-o", tables.toString());
      assertThat(tables.resolve("cases.csv")).hasSameBinaryContentAs(SAMPLE.expected("csv"));
    }

    @Test
    void areOneSectionElsewhere() throws IOException {
      assertThat(SAMPLE.analyze("--format", "csv", "--section", "coverage").out())
          .startsWith("host,from,to,problem,affects\r\n");
      assertThat(SAMPLE.analyze("--format", "csv", "--section", "near_misses").out())
          .startsWith("host,time,sender.pid,");
    }

    @Test
    void areAllThatADirectoryCanHold() throws IOException {
      refused("only --format csv", "--format", "json", "-o", directory.toString());
      refused("leave out --section", "--format", "csv", "--section", "inputs", "-o", "x/");
      refused("goes with --format csv", "--section", "inputs");
    }

    private void refused(String why, String... options) throws IOException {
      Cli.Result result = SAMPLE.analyze(options);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains(why);
    }
  }

  @Nested
  class Pseudonyms {
    private Path index;

    @BeforeEach
    void ingest() {
      index = directory.resolve("index");
      run("ingest", SAMPLE.directory().toString());
    }

    private String run(String command, String... words) {
      String[] all = new String[words.length + 3];
      all[0] = command;
      all[1] = "--index";
      all[2] = index.toString();
      System.arraycopy(words, 0, all, 3, words.length);
      Cli.Result result = Cli.run(ENVIRONMENT, all);
      assertThat(result.err()).isEmpty();
      assertThat(result.exit()).isZero();
      return result.out();
    }

    @Test
    void standInWhateverShowsEvidence() {
      String ref = "1795227255.408:97";
      for (String out :
          new String[] {
            run("report", "--redact"),
            run("report", "--redact", "--format", "json"),
            run("search", "--redact", "*:*"),
            run("search", "--redact", "--format", "json", "*:*"),
            run("show", "--redact", ref),
            run("show", "--redact", "--raw", ref),
          }) {
        assertThat(out).isNotEmpty().doesNotContain("web01").doesNotContain("alice");
      }
      assertThat(run("search", "*:*")).contains("web01").contains("alice");
    }

    @Test
    void areTheSameInEveryReportByTheKeyInTheIndex() throws IOException {
      String report = run("report", "--redact");
      assertThat(report).containsPattern("queue-runner-user-[0-9a-f]{8}\\.service");
      assertThat(run("report", "--redact")).isEqualTo(report);
      Path key = index.resolve("redaction.key");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      Files.delete(key);
      assertThat(run("report", "--redact")).isNotEqualTo(report);
    }

    @Test
    void areTheSameInOtherPlacesByTheSameKeyFile() throws IOException {
      String key = directory.resolve("key").toString();
      String report = run("report", "--redact-key", key);
      String names = report.substring(report.indexOf("FLAGGED"), report.indexOf("READ "));
      assertThat(SAMPLE.analyze("--redact", "--redact-key", key).out()).contains(names);
      assertThat(SAMPLE.analyze("--redact").out()).doesNotContain(names);
    }

    @Test
    void standForFurtherNamesToo() {
      assertThat(run("report", "--redact-also", "queue,runner"))
          .doesNotContain("queue")
          .containsPattern("name-[0-9a-f]{8}-name-[0-9a-f]{8}-user-[0-9a-f]{8}\\.service");
    }

    @Test
    void needAKeyThatIsOne() throws IOException {
      Path key = Files.writeString(directory.resolve("key"), "hello");
      Cli.Result result =
          Cli.run("report", "--index", index.toString(), "--redact-key", key.toString());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains(key + " is no redaction key");
    }

    @Test
    void doNotHurtTheIndex() {
      run("report", "--redact");
      assertThat(Cli.run("index", "verify", "--index", index.toString()).exit()).isZero();
      run("ingest", SAMPLE.directory().toString());
      assertThat(index.resolve("redaction.key")).exists();
    }
  }
}
