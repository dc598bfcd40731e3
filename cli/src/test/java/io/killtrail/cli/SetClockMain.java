package io.killtrail.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The command as a process of its own, with a clock that can be set: by how much it is wrong stands
 * in the file that {@link #FILE} names, such as {@code PT-5H}.
 */
final class SetClockMain {
  static final String FILE = "KILLTRAIL_TEST_CLOCK";

  private SetClockMain() {}

  public static void main(String[] args) {
    HurriedMain.run(args, clock -> new SetClock(clock, Path.of(System.getenv(FILE))));
  }

  private static final class SetClock extends Clock {
    private final Clock clock;
    private final Path file;

    private SetClock(Clock clock, Path file) {
      this.clock = clock;
      this.file = file;
    }

    @Override
    public Instant instant() {
      try {
        return clock.instant().plus(Duration.parse(Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new SetClock(clock.withZone(zone), file);
    }
  }
}
