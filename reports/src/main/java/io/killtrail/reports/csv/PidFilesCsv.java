package io.killtrail.reports.csv;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;

/** What PID files are now, as CSV by RFC 4180; times are UTC, unknown cells empty. */
public final class PidFilesCsv {
  private PidFilesCsv() {}

  /** A row each, below the names of the columns, which are those of the JSON, dotted. */
  public static void write(List<PidFileStanding> files, Appendable out) throws IOException {
    CSVFormat.RFC4180.printRecord(
        out,
        "state",
        "path",
        "number",
        "reason",
        "modified",
        "unit",
        "holder.pid",
        "holder.comm",
        "holder.exe",
        "holder.unit",
        "holder.tid",
        "holder.thread",
        "stale_since",
        "next_boot.removed",
        "next_boot.odds.boots_seen",
        "next_boot.odds.boots_taken");
    for (PidFileStanding file : files) {
      row(file, out);
    }
  }

  private static void row(PidFileStanding file, Appendable out) throws IOException {
    Optional<Holder> holder = file.holder();
    Optional<PidFile.Odds> odds = file.nextBoot().flatMap(NextBoot::odds);
    CSVFormat.RFC4180.printRecord(
        out,
        file.state().map(PidFileStanding.State::label).orElse(""),
        SpreadsheetText.guard(file.path()),
        number(file.number()),
        SpreadsheetText.guard(file.reason()),
        time(file.modified()),
        text(file.unit()),
        holder.map(Holder::pid).map(String::valueOf).orElse(""),
        text(holder.flatMap(Holder::comm)),
        text(holder.flatMap(Holder::exe)),
        text(holder.flatMap(Holder::unit)),
        number(holder.map(Holder::tid).orElse(OptionalInt.empty())),
        text(holder.flatMap(Holder::thread)),
        time(file.staleSince()),
        file.nextBoot().map(next -> String.valueOf(next.removed())).orElse(""),
        odds.map(PidFile.Odds::bootsSeen).map(String::valueOf).orElse(""),
        odds.map(PidFile.Odds::bootsTaken).map(String::valueOf).orElse(""));
  }

  private static String text(Optional<String> text) {
    return text.map(SpreadsheetText::guard).orElse("");
  }

  private static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
