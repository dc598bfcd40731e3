package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log is written fast and rotated often while it is followed: the index holds each signal once,
 * with all its targets. {@code -Dcrash.seed=N} takes another log and other moments.
 */
class RotationTest {
  private static final int ROTATIONS = 12;
  private static final int LINES = 2_000;

  @TempDir private Path directory;

  private final long seed = CrashTest.seed();
  private final Random random = new Random(seed);
  private final BusyLog lines = new BusyLog(seed);
  private LiveIndex index;
  private Path logs;
  private Path written;

  @BeforeEach
  void saySeed() throws IOException {
    System.out.println("rotation: -Dcrash.seed=" + seed);
    index = new LiveIndex(directory);
    logs = Files.createDirectory(directory.resolve("logs"));
    written = Files.createDirectory(directory.resolve("written")).resolve("audit.log");
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  /** Makes room for a new log. */
  private interface Rotation {
    void rotate(Path log, int number) throws IOException;
  }

  private void write(Rotation rotation) throws Exception {
    Path log = logs.resolve("audit.log");
    for (int number = 0; number <= ROTATIONS; number++) {
      if (number > 0) {
        rotation.rotate(log, number);
      }
      try (OutputStream out = open(log);
          OutputStream copy = open(written)) {
        for (int line = 0; line < LINES; line++) {
          byte[] bytes = lines.next();
          out.write(bytes);
          copy.write(bytes);
          if (random.nextInt(150) == 0) {
            Thread.sleep(random.nextInt(20));
          }
        }
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void renumber(Path log, int number) throws IOException {
    for (int older = number; older > 0; older--) {
      Path from = older == 1 ? log : log.resolveSibling("audit.log." + (older - 1));
      Files.move(from, log.resolveSibling("audit.log." + older));
    }
  }

  private static Path dated(Path log, int number) {
    return log.resolveSibling("audit.log-" + (20261100 + number));
  }

  private static void compress(Path log, int number) throws IOException {
    Path rotated = Files.move(log, dated(log, number));
    Path compressed = rotated.resolveSibling(rotated.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(rotated, out);
    }
    Files.delete(rotated);
  }

  private static void truncate(Path log, int number) throws IOException {
    Files.copy(log, dated(log, number));
    Files.writeString(log, "");
  }

  private static List<String> signals(Path index) throws IOException {
    List<String> signals = new ArrayList<>();
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      reader.forEachSignal((address, signal) -> signals.add(told(signal)));
    }
    Collections.sort(signals);
    return signals;
  }

  private static String told(SignalSent signal) {
    return signal.provenance().id().text()
        + " "
        + signal.sender().pid()
        + signal.targets().stream().map(SignalTarget::opid).toList();
  }

  private static List<String> differences(List<String> expected, List<String> found) {
    List<String> differences = new ArrayList<>();
    List<String> lost = new ArrayList<>(expected);
    found.stream().filter(signal -> !lost.remove(signal)).forEach(differences::add);
    lost.forEach(signal -> differences.add("lost: " + signal));
    return differences;
  }

  private void followed(Rotation rotation) throws Exception {
    RunningCommand follower = index.follow(logs.toString());
    write(rotation);
    String last = AuditLines.PLAIN.event(100_000);
    AuditLines.append(logs.resolve("audit.log"), last);
    AuditLines.append(written, last);
    index.await("sender.comm:killer AND victim.pid:500", 1);
    follower.terminate();
    Path atOnce = directory.resolve("at-once");
    Cli.run("ingest", "--index", atOnce.toString(), written.toString());

    assertThat(follower.exit()).as(follower.said()).isZero();
    assertThat(differences(signals(atOnce), signals(index.path()))).as("seed " + seed).isEmpty();
  }

  @Test
  void numberedLogsAreReadOnce() throws Exception {
    followed(RotationTest::renumber);
  }

  @Test
  void datedLogsAreReadOnce() throws Exception {
    followed((log, number) -> Files.move(log, dated(log, number)));
  }

  @Test
  void logsThatAreCompressedAtOnceAreReadOnce() throws Exception {
    followed(RotationTest::compress);
  }

  @Test
  void logsThatAreCopiedAndTruncatedAreReadOnce() throws Exception {
    followed(RotationTest::truncate);
  }
}
