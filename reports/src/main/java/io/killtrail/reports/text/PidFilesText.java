package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What PID files are now, for a person at a terminal. */
public final class PidFilesText {
  private static final String UNTOLD = "unknown";
  private static final int INDENT = 9;
  private static final double PERCENT = 100;

  private final Page page;
  private final TimeText times;

  /**
   * A writer for one kind of output.
   *
   * @param width characters in a line
   * @param zone in which times are shown
   */
  public PidFilesText(Appendable out, Palette palette, int width, ZoneId zone) {
    this.page = new Page(out, palette, width);
    this.times = new TimeText(zone);
  }

  /**
   * Writes all of them, and how many are what.
   *
   * @throws IOException when {@code out} does
   */
  public void write(List<PidFileStanding> files) throws IOException {
    if (files.isEmpty()) {
      page.sentence(0, Style.TITLE, "No PID files were found.");
      return;
    }
    for (PidFileStanding file : files) {
      file(file);
    }
    page.blank();
    page.sentence(0, Style.TITLE, counts(files));
  }

  private void file(PidFileStanding file) throws IOException {
    String state = file.state().map(State::label).orElse(UNTOLD);
    page.sentence(
        0, style(file), String.format(Locale.ROOT, "%-" + INDENT + "s", state) + file.path());
    page.sentence(INDENT, Style.PLAIN, told(file));
    if (file.state().filter(known -> known == State.VALID).isEmpty()) {
      String next = file.nextBoot().map(PidFilesText::next).orElse("");
      if (!next.isEmpty()) {
        page.sentence(INDENT, Style.QUIET, next);
      }
    }
  }

  private static Style style(PidFileStanding file) {
    return file.state()
        .map(
            state ->
                switch (state) {
                  case ARMED -> Style.ALERT;
                  case STALE -> Style.WARNING;
                  case VALID -> Style.PLAIN;
                })
        .orElse(Style.WARNING);
  }

  private String told(PidFileStanding file) {
    StringBuilder text = new StringBuilder();
    file.number().ifPresent(number -> text.append(number).append(' '));
    file.holder().ifPresent(holder -> text.append("is ").append(holder(holder)).append("; "));
    text.append(file.reason());
    file.modified().ifPresent(time -> text.append("; written ").append(times.of(time)));
    file.staleSince().ifPresent(time -> text.append("; stale since ").append(times.of(time)));
    return text.toString();
  }

  private static String holder(Holder holder) {
    String process =
        holder.comm().orElse("?")
            + "["
            + holder.pid()
            + "]"
            + holder.exe().map(exe -> " (" + exe + ")").orElse("")
            + holder.unit().map(unit -> " of " + unit).orElse("");
    return holder.tid().isEmpty()
        ? process
        : "a thread" + holder.thread().map(name -> " (" + name + ")").orElse("") + " of " + process;
  }

  private static String next(NextBoot next) {
    if (next.removed()) {
      return "the next boot removes it";
    }
    StringBuilder text = new StringBuilder();
    next.odds().map(PidFilesText::odds).ifPresent(text::append);
    next.earlyHighest()
        .ifPresent(
            highest ->
                text.append(text.isEmpty() ? "" : "; ")
                    .append("boots gave out numbers up to " + highest)
                    .append(" in their first 10 minutes"));
    return text.toString();
  }

  private static String odds(PidFile.Odds odds) {
    return String.format(
        Locale.ROOT,
        "in %d of %d boots seen a process or thread had this number; of the numbers near it, %.1f %%"
            + " are taken",
        odds.bootsTaken(),
        odds.bootsSeen(),
        odds.nearbyTaken() * PERCENT);
  }

  private static String counts(List<PidFileStanding> files) {
    StringBuilder text = new StringBuilder();
    for (State state : State.values()) {
      text.append(number(files, Optional.of(state))).append(' ').append(state.label()).append(", ");
    }
    return text.append(number(files, Optional.empty())).append(' ').append(UNTOLD).toString();
  }

  private static long number(List<PidFileStanding> files, Optional<State> state) {
    return files.stream().filter(file -> file.state().equals(state)).count();
  }
}
