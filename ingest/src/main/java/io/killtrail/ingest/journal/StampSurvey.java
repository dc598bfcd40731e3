package io.killtrail.ingest.journal;

import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A first look over an input: whether its newest line comes first, and at which year it ends. */
final class StampSurvey {
  /** The longest stamp with all that may stand before it, in bytes. */
  private static final int STAMP = 160;

  /** A step of this many days is a turn of the year, or a hole, and shows no direction. */
  private static final long HOLE = 58;

  private final Direction forward = new Direction(false);
  private final Direction backward = new Direction(true);
  private Optional<Instant> before = Optional.empty();
  private long up;
  private long down;
  private boolean zoneless;

  /** Looks at the lines while the condition holds. */
  void look(LineReader lines, BooleanSupplier more) throws IOException {
    while (more.getAsBoolean() && lines.next()) {
      Line line = lines.line();
      String head =
          new String(
              line.buffer(), line.start(), Math.min(STAMP, line.length()), StandardCharsets.UTF_8);
      int from = LinePrefix.of(head).end();
      StampParser.read(head, from).ifPresent(read -> look(read.stamp()));
    }
  }

  /** Looks at the stamp of the next line. */
  void look(Stamp stamp) {
    switch (stamp) {
      case Stamp.Yearless yearless -> {
        forward.look(yearless);
        backward.look(yearless);
        step(Instant.ofEpochSecond(yearless.inYear()));
      }
      case Stamp.Zoneless local -> {
        zoneless = true;
        step(local.at().toInstant(ZoneOffset.UTC));
      }
      case Stamp.Full full -> step(full.at());
    }
  }

  private void step(Instant at) {
    Duration step = Duration.between(before.orElse(at), at);
    if (Math.abs(step.toDays()) < HOLE) {
      up += step.isPositive() ? 1 : 0;
      down += step.isNegative() ? 1 : 0;
    }
    before = Optional.of(at);
  }

  /** Whether the newest line comes first, as {@code journalctl -r} has it; few lines are late. */
  boolean reversed() {
    return down > 2 * up;
  }

  /** Whether any stamp lacks its year. */
  boolean yearless() {
    return direction().newest.isPresent();
  }

  /** Whether any stamp lacks its zone. */
  boolean zoneless() {
    return zoneless || yearless();
  }

  private Direction direction() {
    return reversed() ? backward : forward;
  }

  /** The year of the newest line: the latest one with which it is not after the file's own time. */
  int newestYear(Instant fileTime, ZoneId zone) {
    // A day to spare: the zone may be wrong.
    LocalDateTime limit = LocalDateTime.ofInstant(fileTime, zone).plusDays(1);
    Stamp.Yearless last =
        new Stamp.Yearless(limit.getMonthValue(), limit.getDayOfMonth(), limit.toLocalTime());
    boolean after = direction().newest.filter(stamp -> stamp.inYear() > last.inYear()).isPresent();
    return after ? limit.getYear() - 1 : limit.getYear();
  }

  /** The year of the oldest line, given that of the newest. */
  int firstYear(int newestYear) {
    Direction direction = direction();
    return newestYear - direction.newestYear + (reversed() ? direction.year : 0);
  }

  /** The newest stamp, if the lines go this way. */
  private static final class Direction {
    private final YearCount count;
    private Optional<Stamp.Yearless> newest = Optional.empty();
    private int newestYear;
    private int year;

    Direction(boolean reversed) {
      this.count = new YearCount(reversed);
    }

    void look(Stamp.Yearless stamp) {
      year = count.of(stamp);
      if (newest.isEmpty() || year > newestYear || later(stamp)) {
        newest = Optional.of(stamp);
        newestYear = year;
      }
    }

    private boolean later(Stamp.Yearless stamp) {
      return year == newestYear && stamp.inYear() > newest.orElseThrow().inYear();
    }
  }
}
