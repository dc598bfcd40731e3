package io.killtrail.cli.host;

import io.killtrail.cli.environment.StopSignals;
import io.killtrail.cli.option.Interval;
import io.killtrail.cli.option.MachineOptions;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code killtrail snapshot}: what no log holds. */
@Command(
    name = "snapshot",
    abbreviateSynopsis = true,
    header = "Writes down processes, threads and PID files: what no log holds.",
    description = {
      "",
      "As CSV, which analyze and ingest read. A thread's number is in no log: take snapshots early"
          + " at boot and every minute. As root, or the executables of other users' processes"
          + " and some PID files stay unseen, which is said.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail snapshot",
      "  killtrail snapshot --index /var/lib/killtrail",
      "  killtrail snapshot -o snapshots/ --after last.csv",
      "  killtrail snapshot --every 60s -o web01.csv",
      "  killtrail snapshot --pid-files '/srv/*/shared/pids/*.pid'",
      "  killtrail snapshot --root /mnt/image",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.UNSEEN
    })
public final class SnapshotCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Mixin private MachineOptions machine;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file; of a directory (DIR/), to a new file in it, named by the time, if"
              + " there is anything new. Default: standard output.")
  private String output;

  @Option(names = "--index", paramLabel = "DIR", description = "Write into this index instead.")
  private Path index;

  @Option(
      names = "--every",
      paramLabel = "SPAN",
      description =
          "Goes on, such as every 60s or 5m, until SIGTERM or Ctrl-C. Only changes are written, and"
              + " of what has ended when it was last there.")
  private Interval every;

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description =
          "Write only what has changed since the snapshot in this file, and keep there the one that"
              + " was taken now.")
  private Path after;

  public SnapshotCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Duration> pause = Optional.ofNullable(every).map(Interval::time);
    check(pause);
    Optional<Path> last = Optional.ofNullable(after);
    try (SnapshotTarget target = target(pause.isPresent())) {
      SnapshotRun run = new SnapshotRun(machine, target, last, session);
      return pause.isPresent() ? goingOn(run, pause.get()) : run.once().code();
    }
  }

  private static int goingOn(SnapshotRun run, Duration pause) throws Exception {
    try (StopSignals signals = StopSignals.listen()) {
      return run.every(pause, signals::asked).code();
    }
  }

  private SnapshotTarget target(boolean many) throws Exception {
    if (index != null) {
      return new IndexTarget(index, session);
    }
    if (output == null || output.equals("-")) {
      return new StreamTarget(session.data(), session::flush);
    }
    Path path = Path.of(output);
    if (output.endsWith("/") || path.toFile().isDirectory()) {
      return new DirectoryTarget(path, session.environment().clock());
    }
    return many ? StreamTarget.onto(path) : new FileTarget(path);
  }

  private void check(Optional<Duration> pause) {
    if (index != null && output != null) {
      throw wrong("--index and -o are two places; name one");
    }
    if (machine.root().isPresent() && (pause.isPresent() || after != null)) {
      throw wrong("--root: an image does not change; leave out --every and --after");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
