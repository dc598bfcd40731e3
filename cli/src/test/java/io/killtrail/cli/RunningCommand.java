package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, which can be sent signals. */
final class RunningCommand implements AutoCloseable {
  private static final Duration HANG = Duration.ofMinutes(10);
  private static final int KILLED = 137;

  private final Process process;
  private final Path said;

  private RunningCommand(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts it; what it says is kept in a file of that directory. */
  static RunningCommand start(Path directory, String... args) throws IOException {
    return start(Main.class, directory, Map.of(), args);
  }

  /** The same, with a clock that runs fast: it commits wherever it can. */
  static RunningCommand hurried(Path directory, String... args) throws IOException {
    return start(HurriedMain.class, directory, Map.of(), args);
  }

  /** How long a whole run takes. */
  static Duration time(Path directory, String... args) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    hurried(directory, args).end();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The same by another entry to the command, with more variables in its environment. */
  static RunningCommand start(
      Class<?> main, Path directory, Map<String, String> variables, String... args)
      throws IOException {
    return start(List.of(), main, directory, variables, args);
  }

  /** The same, started by another command that takes one for its last arguments. */
  static RunningCommand under(List<String> other, Path directory, String... args)
      throws IOException {
    return start(other, Main.class, directory, Map.of(), args);
  }

  private static RunningCommand start(
      List<String> other,
      Class<?> main,
      Path directory,
      Map<String, String> variables,
      String... args)
      throws IOException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    List<String> command = new ArrayList<>(other);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(variables);
    return new RunningCommand(builder.start(), said);
  }

  OutputStream stdin() {
    return process.getOutputStream();
  }

  /** Sends SIGTERM; how many milliseconds it took to end. */
  long terminate() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(this::said).isTrue();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Sends SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGKILL after that time unless it has ended well before; whether that was sent. */
  boolean kill(Duration after) throws InterruptedException {
    if (process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
      end();
      return false;
    }
    kill();
    return process.exitValue() == KILLED;
  }

  /** Sends SIGSTOP, does it, and sends SIGCONT: the command finds it done, not half done. */
  void whileStopped(Deed deed) throws IOException, InterruptedException {
    signal("STOP");
    try {
      awaitStop();
      deed.run();
    } finally {
      signal("CONT");
    }
  }

  /** Threads stop one after the other, after the signal was sent. */
  private void awaitStop() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!stopped() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(stopped()).as("all threads have stopped").isTrue();
  }

  private boolean stopped() throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      return tasks.allMatch(RunningCommand::stopped);
    }
  }

  /**
   * By its state (proc_pid_stat(5)), which stands behind the name; one that is gone has stopped.
   */
  private static boolean stopped(Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      return stat.startsWith(") T ", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return true;
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    Tool sent = Tool.run("kill", "-s", name, Long.toString(process.pid()));
    assertThat(sent.exit()).as(sent.said()).isZero();
  }

  /** Something done to what a command works with. */
  interface Deed {
    /** Does it. */
    void run() throws IOException;
  }

  /** Waits for its end, which must be a good one. */
  void end() throws InterruptedException {
    assertThat(exit()).as(this::said).isZero();
  }

  /** Waits for its end, whatever it be. */
  int exit() throws InterruptedException {
    assertThat(process.waitFor(HANG.toSeconds(), TimeUnit.SECONDS)).as(this::said).isTrue();
    return process.exitValue();
  }

  /** Waits until it says this on standard output or standard error. */
  void awaitSaying(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!said().contains(text) && process.isAlive() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(said()).contains(text);
  }

  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
