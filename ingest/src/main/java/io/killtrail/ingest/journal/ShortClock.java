package io.killtrail.ingest.journal;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes points in time of stamps that lack year and zone, and says what it assumes. */
final class ShortClock {
  private final YearCount count = new YearCount(false);
  private final ZoneId zone;
  private final int firstYear;
  private final Optional<String> note;

  ShortClock(StampSurvey survey, InputContext context) {
    IngestOptions options = context.options();
    this.zone = options.sourceZone().orElse(ZoneOffset.UTC);
    int year = options.year().orElseGet(() -> survey.newestYear(context.fileTime(), zone));
    this.firstYear = survey.firstYear(year);
    this.note = note(survey, year, context);
  }

  /** The time of the next line; empty when there is no such day in the assumed year. */
  Optional<Instant> time(Stamp stamp) {
    return switch (stamp) {
      case Stamp.Full full -> Optional.of(full.at());
      case Stamp.Zoneless local -> Optional.of(local.at().atZone(zone).toInstant());
      case Stamp.Yearless yearless -> time(yearless, firstYear + count.of(yearless));
    };
  }

  private Optional<Instant> time(Stamp.Yearless stamp, int year) {
    try {
      LocalDate day = LocalDate.of(year, stamp.month(), stamp.day());
      return Optional.of(day.atTime(stamp.time()).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What is assumed; empty if the stamps or the user said it all. */
  Optional<String> note() {
    return note;
  }

  private Optional<String> note(StampSurvey survey, int year, InputContext context) {
    String assumedYear =
        context.options().year().isPresent() || !survey.yearless()
            ? ""
            : "no year in the stamps: " + year + ", " + reason(year, context) + ", is assumed";
    String assumedZone =
        context.options().sourceZone().isPresent() || !survey.zoneless()
            ? ""
            : "zone UTC is assumed";
    String between = assumedYear.isEmpty() || assumedZone.isEmpty() ? "" : "; ";
    String both = assumedYear + between + assumedZone;
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }

  private String reason(int year, InputContext context) {
    return year == context.fileTime().atZone(zone).getYear()
        ? "the year of the file's time"
        : "the year before the file's time";
  }
}
