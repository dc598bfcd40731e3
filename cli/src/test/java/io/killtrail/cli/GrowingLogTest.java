package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log is read again and again while it grows, and ends within a line each time: the index holds
 * what one run over all of it gives, and verify finds nothing wrong on the way. {@code
 * -Dcrash.seed=N} takes another log and other places.
 */
class GrowingLogTest {
  private static final int PIECES = 12;
  private static final int LINES = 400;

  @TempDir private Path directory;

  private final long seed = CrashTest.seed();
  private final Random random = new Random(seed);
  private final BusyLog lines = new BusyLog(seed);
  private Path logs;
  private byte[] begun = new byte[0];

  @BeforeEach
  void saySeed() throws IOException {
    System.out.println("growing: -Dcrash.seed=" + seed);
    logs = Files.createDirectory(directory.resolve("logs"));
  }

  private Path log() {
    return logs.resolve("audit.log");
  }

  private Path index(String name) {
    return directory.resolve(name);
  }

  private void ingest(String index) {
    assertThat(Cli.run("ingest", "--index", index(index).toString(), logs.toString()).exit())
        .isZero();
  }

  /** The rest of the line that was begun, whole lines, and a part of another. */
  private void grow() throws IOException {
    append(begun);
    for (int i = 0; i < LINES; i++) {
      append(lines.next());
    }
    byte[] last = lines.next();
    int cut = random.nextInt(last.length);
    append(Arrays.copyOf(last, cut));
    begun = Arrays.copyOfRange(last, cut, last.length);
  }

  private void append(byte[] bytes) throws IOException {
    Files.write(log(), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void aLogThatEndsWithinALineEachTimeIsReadAsAtOnce() throws Exception {
    for (int piece = 0; piece < PIECES; piece++) {
      grow();
      ingest("grown");
      Cli.Result verify = Cli.run("index", "verify", "--index", index("grown").toString());
      assertThat(verify.exit()).as(verify.out() + verify.err()).isZero();
    }
    ingest("at-once");

    assertThat(IndexContent.of(index("grown")))
        .as("seed " + seed)
        .isEqualTo(IndexContent.of(index("at-once")));
  }
}
