package io.killtrail.ingest.journal;

import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A first look over an input, to learn at which of its years it ends. */
final class YearSurvey {
  /** The longest stamp, with a fraction. */
  private static final int STAMP = 40;

  private final YearCount count = new YearCount();
  private Optional<Stamp.Yearless> newest = Optional.empty();
  private int newestYear;

  /** Looks at the lines while the condition holds. */
  void look(LineReader lines, BooleanSupplier more) throws IOException {
    while (more.getAsBoolean() && lines.next()) {
      Line line = lines.line();
      String head =
          new String(
              line.buffer(),
              line.start(),
              Math.min(STAMP, line.length()),
              StandardCharsets.ISO_8859_1);
      StampParser.read(head).ifPresent(read -> look(read.stamp()));
    }
  }

  private void look(Stamp stamp) {
    if (stamp instanceof Stamp.Yearless yearless) {
      int year = count.of(yearless);
      if (newest.isEmpty() || year > newestYear || later(yearless, year)) {
        newest = Optional.of(yearless);
        newestYear = year;
      }
    }
  }

  private boolean later(Stamp.Yearless stamp, int year) {
    return year == newestYear && stamp.inYear() > newest.orElseThrow().inYear();
  }

  /** Whether any stamp lacks its year. */
  boolean yearless() {
    return newest.isPresent();
  }

  /** The year of the newest line: the latest one with which it is not after the file's own time. */
  int newestYear(Instant fileTime, ZoneId zone) {
    // A day to spare: the zone may be wrong.
    LocalDateTime limit = LocalDateTime.ofInstant(fileTime, zone).plusDays(1);
    Stamp.Yearless last =
        new Stamp.Yearless(limit.getMonthValue(), limit.getDayOfMonth(), limit.toLocalTime());
    boolean after = newest.filter(stamp -> stamp.inYear() > last.inYear()).isPresent();
    return after ? limit.getYear() - 1 : limit.getYear();
  }

  /** The year of the first line, given that of the newest. */
  int firstYear(int newestYear) {
    return newestYear - this.newestYear;
  }
}
