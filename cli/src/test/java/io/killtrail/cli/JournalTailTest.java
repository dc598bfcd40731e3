package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ingest --journal}, with a journalctl that gives the lines of a file as the real one does.
 */
class JournalTailTest {
  @TempDir private Path directory;
  private Path journal;
  private Path calls;
  private LiveIndex index;

  @BeforeEach
  void makeJournalctl() throws IOException {
    journal = Files.createFile(directory.resolve("journal.json"));
    calls = Files.createFile(directory.resolve("calls"));
    index = new LiveIndex(directory);
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Path journalctl = bin.resolve("journalctl");
    Files.writeString(
        journalctl,
        String.join(
            "\n",
            List.of(
                "#!/bin/sh",
                "cursor= read=cat",
                "for word; do case $word in",
                "  --after-cursor=*) cursor=${word#*=} ;;",
                "  --follow) read='tail -n +1 -f' ;;",
                "esac; done",
                "echo \"$*\" >>" + calls,
                "$read " + journal + " | while IFS= read -r line; do",
                "  [ -z \"$cursor\" ] && printf '%s\\n' \"$line\"",
                "  case $line in *'\"'\"$cursor\"'\"'*) cursor= ;; esac",
                "done",
                "")));
    assertThat(journalctl.toFile().setExecutable(true)).isTrue();
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  private RunningCommand start(String... more) throws IOException {
    String path = directory.resolve("bin") + ":/usr/bin:/bin";
    String[] args = Stream.concat(Stream.of("--journal"), Stream.of(more)).toArray(String[]::new);
    return index.ingest(Main.class, Map.of("PATH", path), args);
  }

  private void failed(int number) throws IOException {
    String line =
        String.format(
            "{\"__CURSOR\":\"s=1;i=%d\",\"__REALTIME_TIMESTAMP\":\"17950000%02d000000\",\"_PID\":\"1\","
                + "\"_UID\":\"0\",\"_COMM\":\"systemd\",\"SYSLOG_IDENTIFIER\":\"systemd\",\"_HOSTNAME\":\"web01\","
                + "\"_BOOT_ID\":\"0123456789abcdef0123456789abcdef\",\"UNIT\":\"app%d.service\",\"MESSAGE\":\"app%d.service:"
                + " Failed with result 'exit-code'.\"}%n",
            number, number, number, number);
    Files.writeString(journal, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private String count() {
    return index.count("kind:unit");
  }

  private void awaitUnits(int number) throws InterruptedException {
    index.await("kind:unit", number);
  }

  @Test
  void isReadFromItsBeginningAndThenBehindWhatWasRead() throws Exception {
    failed(1);
    failed(2);
    RunningCommand first = start();
    assertThat(first.exit()).as(first.said()).isZero();
    assertThat(count()).isEqualTo("2");

    failed(3);
    RunningCommand second = start();

    assertThat(second.exit()).as(second.said()).isZero();
    assertThat(count()).isEqualTo("3");
    assertThat(Files.readAllLines(calls)).hasSize(2);
    assertThat(Files.readAllLines(calls).getLast()).contains("--after-cursor=s=1;i=2");
  }

  @Test
  void isFollowedBesideALog() throws Exception {
    failed(1);
    Path logs = Files.createDirectory(directory.resolve("audit"));
    RunningCommand command = start("--follow", logs.toString());
    awaitUnits(1);
    failed(2);
    awaitUnits(2);
    command.terminate();

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(count()).isEqualTo("2");
  }

  @Test
  void countsNothingTwiceAfterAKill() throws Exception {
    failed(1);
    RunningCommand command = start("--follow");
    awaitUnits(1);
    command.kill();
    failed(2);
    start("--follow");
    awaitUnits(2);
  }

  @Test
  void isNotThereWithoutJournalctl() throws Exception {
    Cli.Result result = Cli.run("ingest", "--journal", "--index", index.path().toString());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("journalctl was not found in PATH");
  }
}
