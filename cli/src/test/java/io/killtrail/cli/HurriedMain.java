package io.killtrail.cli;

import io.killtrail.cli.environment.Environment;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * The command as a process of its own, with a clock that runs fast: what it does every few seconds
 * it does wherever it can.
 */
final class HurriedMain {
  private HurriedMain() {}

  public static void main(String[] args) {
    run(args, clock -> new FastClock(clock, clock.instant()));
  }

  /** Runs the command with another clock, and ends the process. */
  static void run(String[] args, UnaryOperator<Clock> other) {
    Logging.silence();
    System.exit(
        Main.run(
            args,
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            with(other, Environment.ofThisProcess())));
  }

  private static Environment with(UnaryOperator<Clock> other, Environment plain) {
    return new Environment(
        plain.variables(),
        other.apply(plain.clock()),
        plain.zone(),
        plain.home(),
        plain.root(),
        plain.terminal(),
        plain.charset());
  }

  private static final class FastClock extends Clock {
    private static final int TIMES = 100;

    private final Clock clock;
    private final Instant begun;

    private FastClock(Clock clock, Instant begun) {
      this.clock = clock;
      this.begun = begun;
    }

    @Override
    public Instant instant() {
      return begun.plus(Duration.between(begun, clock.instant()).multipliedBy(TIMES));
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new FastClock(clock.withZone(zone), begun);
    }
  }
}
