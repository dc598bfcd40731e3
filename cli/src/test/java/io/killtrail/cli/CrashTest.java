package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest is killed with SIGKILL at random moments and run again each time: the index holds in the
 * end what it holds after a run that nobody disturbed. {@code -Dcrash.seed=N} takes another log and
 * other moments, {@code -Dcrash.kills=N} and {@code -Dcrash.mib=N} make it longer.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 10);
  private static final long SIZE = Long.getLong("crash.mib", 6L) << 20;

  @TempDir private Path directory;

  private final long seed = seed();
  private final Random random = new Random(seed);
  private Path logs;

  static long seed() {
    String given = System.getProperty("crash.seed", "");
    return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
  }

  @BeforeEach
  void saySeed() throws IOException {
    System.out.println(
        "crash: -Dcrash.seed=" + seed + " -Dcrash.kills=" + KILLS + " -Dcrash.mib=" + (SIZE >> 20));
    logs = Files.createDirectory(directory.resolve("logs"));
  }

  private Path log() {
    return logs.resolve("audit.log");
  }

  private Path index(String name) {
    return directory.resolve(name);
  }

  private String[] ingest(String index) {
    return new String[] {"ingest", "--index", index(index).toString(), logs.toString()};
  }

  /** What a run that nobody disturbs makes of the logs as they lie there now. */
  private Path undisturbed() throws Exception {
    assertThat(Cli.run(ingest("undisturbed")).exit()).isZero();
    return index("undisturbed");
  }

  static void assertSame(Map<String, Integer> actual, Map<String, Integer> expected, String what) {
    List<String> differences = new ArrayList<>();
    notIn(expected, actual).forEach(one -> differences.add("lost, or fewer: " + one));
    notIn(actual, expected).forEach(one -> differences.add("too many: " + one));
    assertThat(differences).as(what).isEmpty();
  }

  private static List<String> notIn(Map<String, Integer> these, Map<String, Integer> those) {
    return these.entrySet().stream()
        .filter(one -> one.getValue() > those.getOrDefault(one.getKey(), 0))
        .map(Object::toString)
        .limit(20)
        .toList();
  }

  @Test
  void aLogIsReadAsIfNobodyHadKilledTheReader() throws Exception {
    new BusyLog(seed).write(log(), SIZE);
    Map<String, Integer> expected = IndexContent.of(undisturbed());
    Duration start = RunningCommand.time(directory, "--version");
    Duration work = RunningCommand.time(directory, ingest("timed")).minus(start);

    int killed = 0;
    for (int round = 1; killed < KILLS; round++) {
      String index = "killed" + round;
      killed += killUntilDone(index, KILLS - killed, start, work);
      assertSame(IndexContent.of(index(index)), expected, "round " + round + ", seed " + seed);
    }
  }

  /** How often it was killed before it ended. */
  private int killUntilDone(String index, int most, Duration start, Duration work)
      throws Exception {
    for (int killed = 0; killed < most; killed++) {
      Duration at = start.plusMillis((long) (random.nextDouble() * work.toMillis() * 0.9));
      if (!RunningCommand.hurried(directory, ingest(index)).kill(at)) {
        return killed;
      }
    }
    RunningCommand.hurried(directory, ingest(index)).end();
    return most;
  }

  @Test
  void aLogThatGrowsAndRotatesIsReadAsIfNobodyHadKilledTheReader() throws Exception {
    Lock rotation = new ReentrantLock(true);
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<List<Path>> writer =
          background.submit(new Writer(logs, new BusyLog(seed), seed, rotation));
      int killed = 0;
      while (killed < KILLS || !writer.isDone()) {
        int at = 300 + random.nextInt(2_500);
        if (runUndisturbedByRotation(rotation, at)) {
          killed++;
        }
      }
      assertThat(writer.get()).hasSizeGreaterThan(1);
    }
    RunningCommand.hurried(directory, ingest("killed")).end();
    assertSame(IndexContent.of(index("killed")), IndexContent.of(undisturbed()), "seed " + seed);
  }

  /** Whether it was killed. */
  private boolean runUndisturbedByRotation(Lock rotation, int millis) throws Exception {
    rotation.lock();
    try {
      return RunningCommand.hurried(directory, ingest("killed")).kill(Duration.ofMillis(millis));
    } finally {
      rotation.unlock();
    }
  }

  /** Writes a log piece by piece, of any length, and rotates it three times. */
  private record Writer(Path logs, BusyLog lines, long seed, Lock rotation)
      implements Callable<List<Path>> {
    private static final int ROTATIONS = 3;

    @Override
    public List<Path> call() throws Exception {
      Random random = new Random(seed);
      for (int i = 0; i <= ROTATIONS; i++) {
        if (i > 0) {
          rotate(i);
        }
        grow(random);
      }
      List<Path> files = new ArrayList<>();
      try (var found = Files.list(logs)) {
        found.forEach(files::add);
      }
      return files;
    }

    private void grow(Random random) throws Exception {
      try (OutputStream out =
          Files.newOutputStream(
              logs.resolve("audit.log"),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.APPEND)) {
        for (long size = 0; size < SIZE / (ROTATIONS + 1); ) {
          byte[] line = lines.next();
          int cut = random.nextInt(50) == 0 ? random.nextInt(line.length) : line.length;
          out.write(line, 0, cut);
          if (cut < line.length || random.nextInt(100) == 0) {
            Thread.sleep(random.nextInt(15));
          }
          out.write(line, cut, line.length - cut);
          size += line.length;
        }
      }
    }

    private void rotate(int rotations) throws IOException {
      rotation.lock();
      try {
        rename(rotations);
      } finally {
        rotation.unlock();
      }
    }

    private void rename(int rotations) throws IOException {
      for (int number = rotations; number > 0; number--) {
        Path from = logs.resolve(number == 1 ? "audit.log" : "audit.log." + (number - 1));
        Files.move(from, logs.resolve("audit.log." + number));
      }
    }
  }
}
