package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedTest {
  private static final String RECORD = "type=SYSTEM_BOOT msg=audit(1795228000.100:7): pid=1\n";

  @TempDir Path directory;

  @Test
  void linesAreListedWithPlaceReasonAndHarmlessText() throws IOException {
    Path log = directory.resolve("audit.log");
    Files.writeString(
        log, RECORD + "type=\u001b[31mX\ty msg=audit(9\n" + RECORD, StandardCharsets.ISO_8859_1);
    String index = directory.resolve("index").toString();
    assertThat(Cli.run("ingest", "--index", index, log.toString()).exit()).isZero();
    Cli.Result result = Cli.run("rejected", "--index", index);
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().split("\t", -1)).hasSize(3);
    assertThat(result.out())
        .startsWith(log + ":" + RECORD.length() + "\t")
        .contains("audit(")
        .contains("\\x1b[31mX")
        .doesNotContain("\u001b");
  }

  @Test
  void nothingIsPrintedWhereAllWasRead() throws IOException {
    Path log = Files.writeString(directory.resolve("audit.log"), RECORD);
    String index = directory.resolve("index").toString();
    assertThat(Cli.run("ingest", "--index", index, log.toString()).exit()).isZero();
    assertThat(Cli.run("rejected", "--index", index).out()).isEmpty();
  }
}
