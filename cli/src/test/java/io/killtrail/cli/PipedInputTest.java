package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest -} as a process whose standard input goes on, ends, or is broken off. */
class PipedInputTest {
  private static final long SEED = 7;

  @TempDir private Path directory;

  private Path index(String name) {
    return directory.resolve(name);
  }

  private RunningCommand ingest(String index) throws IOException {
    return RunningCommand.start(directory, "ingest", "--index", index(index).toString(), "-");
  }

  private static byte[] lines(int count) {
    BusyLog log = new BusyLog(SEED);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      lines.writeBytes(log.next());
    }
    return lines.toByteArray();
  }

  private int signals(String index) {
    String count =
        Cli.run("search", "--index", index(index).toString(), "--count", "kind:signal").out();
    return count.isBlank() ? 0 : Integer.parseInt(count.strip());
  }

  @Test
  void whatComesThroughAPipeIsFoundWhileItGoesOn() throws Exception {
    try (RunningCommand command = ingest("live")) {
      OutputStream stdin = command.stdin();
      stdin.write(lines(500));
      stdin.flush();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (signals("live") == 0 && System.nanoTime() < end) {
        Thread.sleep(100);
      }
      int found = signals("live");
      assertThat(found).isPositive();

      command.terminate();

      assertThat(command.exit()).as(command.said()).isZero();
      assertThat(signals("live")).isGreaterThanOrEqualTo(found);
    }
  }

  @Test
  void whatCameIsKeptWhenSomebodyAsksToStopBeforeTheEnd() throws Exception {
    try (RunningCommand command = ingest("stopped")) {
      Files.write(directory.resolve("audit.log"), lines(300));
      LiveIndex.awaitCommit(index("stopped"));
      command.stdin().write(lines(300));
      command.stdin().flush();
      Thread.sleep(1_000); // it is still to be found out whether that is all
      command.terminate();
      assertThat(command.exit()).as(command.said()).isZero();
    }
    Path log = directory.resolve("audit.log");
    Cli.run("ingest", "--index", index("file").toString(), log.toString());
    assertThat(signals("stopped")).isEqualTo(signals("file")).isPositive();
  }

  @Test
  void nothingAtAllIsNoFailure() throws Exception {
    try (RunningCommand command = ingest("empty")) {
      command.stdin().close();
      assertThat(command.exit()).as(command.said()).isZero();
    }
  }

  @Test
  void theSameInputAgainAddsNothing() throws Exception {
    byte[] first = lines(2_000);
    pipe("twice", first);
    pipe("twice", first);
    pipe("twice", lines(3_000));
    pipe("once", lines(3_000));

    CrashTest.assertSame(content("twice"), content("once"), "piped again");
  }

  /** But for accounts of serials: that of the shorter input stays, and stays true. */
  private Map<String, Integer> content(String index) throws Exception {
    Map<String, Integer> content = IndexContent.of(index(index));
    content.keySet().removeIf(key -> key.contains(" serials:"));
    return content;
  }

  private void pipe(String index, byte[] bytes) throws Exception {
    try (RunningCommand command = ingest(index)) {
      try (OutputStream stdin = command.stdin()) {
        stdin.write(bytes);
      }
      command.end();
    }
  }
}
