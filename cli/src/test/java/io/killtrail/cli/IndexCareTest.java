package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.FactIndexWriter;
import io.killtrail.ingest.source.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexCareTest {
  private static final String RECORD = "type=SYSTEM_BOOT msg=audit(1795228000.100:7): pid=1\n";

  @TempDir private Path temp;
  private Path evidence;
  private String index;

  @BeforeEach
  void copyTheEvidence() throws IOException {
    evidence = Files.createDirectory(temp.resolve("evidence"));
    index = temp.resolve("index").toString();
    Sample sample = new Sample("sudden-death");
    try (Stream<Path> files = Files.list(sample.directory())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, evidence.resolve(file.getFileName()));
      }
    }
  }

  private void ingest(Path path) {
    assertThat(Cli.run("ingest", "--index", index, path.toString()).exit()).isZero();
  }

  private Cli.Result index(String command, String... more) {
    return Cli.run(
        Stream.concat(Stream.of("index", command, "--index", index), Stream.of(more))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "verify", "prune", "merge"})
  void helpsWithExamplesAndExitStatus(String command) {
    Cli.Result result = Cli.run("index", command, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("Usage: killtrail index " + command)
        .contains("Examples:\n  ")
        .contains("Exit status:\n  0 ");
  }

  @Test
  void withoutASubcommandItSaysWhatThereIs() {
    Cli.Result result = Cli.run("index");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("info")
        .contains("verify")
        .contains("prune")
        .contains("merge");
  }

  @Nested
  class Info {
    @Test
    void tellsFactsInputsAndWhatWasRejected() throws IOException {
      Files.writeString(evidence.resolve("odd.log"), RECORD + "type=\u001b[31mX\ty msg=audit(9\n");
      ingest(evidence);

      Cli.Result result = index("info");

      assertThat(result.exit()).isZero();
      assertThat(result.out())
          .contains("INDEX  " + index)
          .contains("signal")
          .contains(evidence.resolve("audit.log").toString())
          .contains("read to byte")
          .contains("sha256 ")
          .contains("REJECTED LINES")
          .doesNotContain("\u001b");
    }

    @Test
    void tellsItToProgramsToo() {
      ingest(evidence);

      assertThat(index("info", "--format", "json").out())
          .contains("\"schema\": \"killtrail.index-info/1\"")
          .contains("\"signal\": ")
          .contains("\"offset\": ");
    }

    @Test
    void aResumedGrownAndRenamedLogIsOneInputWithTheRightDigest() throws IOException {
      Path log = Files.writeString(temp.resolve("audit.log"), RECORD.repeat(40));
      ingest(log);
      Files.writeString(log, RECORD, StandardOpenOption.APPEND);
      ingest(log);
      Path renamed = Files.move(log, temp.resolve("audit.log.1"));
      ingest(renamed);

      String out = index("info").out();

      assertThat(out)
          .contains("INPUTS  1\n  " + renamed + "\n")
          .contains("read to byte " + String.format("%,d", Files.size(renamed)))
          .contains("sha256 " + Digest.of(renamed).sha256());
      assertThat(Cli.run("report", "--index", index, "--format", "json").out())
          .containsOnlyOnce("\"format\": \"audit log\"");
    }
  }

  @Nested
  class Verify {
    @Test
    void findsASoundIndexAndItsInputsUnchanged() {
      ingest(evidence);

      Cli.Result result = index("verify", "--inputs");

      assertThat(result.exit()).isZero();
      assertThat(result.out())
          .contains("no damage found")
          .contains("unchanged  " + evidence.resolve("audit.log"));
    }

    @Test
    void tellsWhatBecameOfEachInput() throws IOException {
      ingest(evidence);
      Path log = evidence.resolve("audit.log");
      byte[] bytes = Files.readAllBytes(log);
      bytes[bytes.length - 10] ^= 1;
      Files.write(log, bytes);
      Path journal = evidence.resolve("journal.json");
      Files.delete(journal);

      Cli.Result result = index("verify", "--inputs");
      Cli.Result json = index("verify", "--inputs", "--format", "json");

      assertThat(result.exit()).isEqualTo(4);
      assertThat(result.out())
          .contains("changed    " + log + ": block 0 (bytes 0 to " + (bytes.length - 1) + ")")
          .contains("gone       " + journal);
      assertThat(json.exit()).isEqualTo(4);
      assertThat(json.out())
          .contains("\"schema\": \"killtrail.index-verify/1\"")
          .contains("\"state\": \"changed\"")
          .contains("\"block\": 0");
      assertThat(index("verify").exit()).isZero();
    }

    @Test
    void aLogThatGrewIsFine() throws IOException {
      ingest(evidence);
      Files.writeString(evidence.resolve("audit.log"), RECORD, StandardOpenOption.APPEND);

      Cli.Result result = index("verify", "--inputs");

      assertThat(result.exit()).isZero();
      assertThat(result.out()).contains("grown      " + evidence.resolve("audit.log"));
    }

    @Test
    void failsOnADamagedIndex() throws IOException {
      ingest(evidence);
      try (Stream<Path> files = Files.list(Path.of(index))) {
        Path file =
            files.filter(one -> one.toString().matches(".*\\.(cfs|fdt)")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }

      Cli.Result result = index("verify");

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out()).contains("damaged");
    }
  }

  @Nested
  class Prune {
    @Test
    void dropsWhatIsOlderAndReadsNothingAgain() {
      ingest(evidence);

      Cli.Result kept = index("prune", "--older-than", "90d");
      assertThat(kept.exit()).isZero();
      assertThat(kept.out()).startsWith("dropped 0 facts; kept ");

      Cli.Result later =
          Cli.run(
              Cli.at("2028-01-01T00:00:00Z"),
              "index",
              "prune",
              "--index",
              index,
              "--older-than",
              "26w");
      assertThat(later.exit()).isZero();
      assertThat(later.out()).doesNotStartWith("dropped 0 ");
      assertThat(Cli.run("ingest", "--index", index, evidence.toString()).out())
          .contains("read before");
      assertThat(Cli.run("search", "--index", index, "--count", "kind:signal").out())
          .isEqualTo("0\n");
      assertThat(index("verify").exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"90", "-90d", "soon", "''"})
    void refusesWhatIsNoAge(String age) {
      Cli.Result result = index("prune", "--older-than=" + age);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains("--older-than").contains("90d");
    }
  }

  @Nested
  class Merge {
    @Test
    void reportsAsAnIndexOfBothDoes() throws IOException {
      ingest(evidence);
      String report = Cli.run("report", "--index", index, "--format", "json").out();
      String log = temp.resolve("log.index").toString();
      String rest = temp.resolve("rest.index").toString();
      Path alone = evidence.resolve("audit.log");
      assertThat(Cli.run("ingest", "--index", log, alone.toString()).exit()).isZero();
      Path moved = Files.move(alone, temp.resolve("away"));
      assertThat(Cli.run("ingest", "--index", rest, evidence.toString()).exit()).isZero();
      Files.move(moved, alone);
      String both = temp.resolve("both.index").toString();

      Cli.Result merged = Cli.run("index", "merge", log, rest, "-o", both);

      assertThat(merged.exit()).isZero();
      assertThat(Cli.run("report", "--index", both, "--format", "json").out()).isEqualTo(report);
      assertThat(Cli.run("index", "merge", log, "-o", both).err())
          .contains("there is an index in " + both + " already");
    }
  }

  @Nested
  class AnIndexThatIsBeingWritten {
    @Test
    void isReadAndRefusedToAnotherWriter() throws IOException {
      ingest(evidence);
      try (FactIndexWriter writer = FactIndexWriter.open(Path.of(index), InstantSource.system())) {
        assertThat(writer.rejections()).isZero();
        assertThat(Cli.run("report", "--index", index).exit()).isZero();
        assertThat(index("info").exit()).isZero();
        assertThat(index("verify").exit()).isZero();
        Cli.Result second = Cli.run("ingest", "--index", index, evidence.toString());
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
            .startsWith("killtrail: the index " + index + " is being written by another killtrail")
            .contains("(process " + ProcessHandle.current().pid() + ", since ");
        assertThat(second.err().lines()).hasSize(1);
        assertThat(index("prune", "--older-than", "1d").exit()).isEqualTo(1);
      }
    }
  }
}
