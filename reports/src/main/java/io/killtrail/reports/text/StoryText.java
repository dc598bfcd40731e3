package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.story.Step;
import io.killtrail.analyzer.story.Story;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells one death step by step, for a person at a terminal. */
public final class StoryText {
  private static final int STEP = 4;

  private final Page page;
  private final TimeText times;

  /**
   * A writer for one kind of output.
   *
   * @param width characters in a line
   * @param zone in which times are shown
   */
  public StoryText(Appendable out, Palette palette, int width, ZoneId zone) {
    this.page = new Page(out, palette, width);
    this.times = new TimeText(zone);
  }

  /** Something that must be said before. */
  public void note(String sentence) throws IOException {
    page.sentence(0, Style.WARNING, sentence);
    page.blank();
  }

  /**
   * Writes all of it: what happened, what else it could have been, what to do.
   *
   * @throws IOException when {@code out} does
   */
  public void write(Story story) throws IOException {
    Case told = story.told();
    page.sentence(0, told.flagged() ? Style.ALERT : Style.TITLE, head(told));
    page.sentence(2, Style.TITLE, told.summary());
    page.blank();
    page.fact("verdict", verdict(told));
    page.fact("case", Style.QUIET, told.id());
    page.heading(Style.TITLE, "WHAT HAPPENED", "");
    steps(story.steps());
    alternatives(told.alternatives());
    advice(told.advice());
  }

  private String head(Case told) {
    StringBuilder text = new StringBuilder(times.of(told.time()));
    text.append("  ").append(told.host().orElse("host unknown"));
    text.append("  ").append(whom(told));
    if (told.flagged()) {
      text.append("  ")
          .append(told.flags().stream().map(Flag::label).collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private static String whom(Case told) {
    return told.victim()
        .unit()
        .orElseGet(() -> PartyText.name(told.victim().comm(), told.victim().pid()));
  }

  private static String verdict(Case told) {
    String expected = told.expected() ? "expected" : "not expected";
    return told.cause().label() + ", " + expected + ", " + told.confidence().label();
  }

  private void steps(List<Step> steps) throws IOException {
    int number = 1;
    for (Step step : steps) {
      String place = String.format(Locale.ROOT, "%3d  ", number++);
      page.hanging(
          0,
          STEP + 1,
          Style.PLAIN,
          place + times.of(step.evidence().at()) + "  " + step.kind().label());
      page.sentence(STEP + 1, Style.PLAIN, step.evidence().says());
      page.sentence(STEP + 1, Style.QUIET, step.evidence().ref());
    }
  }

  private void alternatives(List<Alternative> alternatives) throws IOException {
    if (alternatives.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "WHAT ELSE IT COULD HAVE BEEN", "");
    for (Alternative each : alternatives) {
      page.hanging(2, 2, Style.PLAIN, each.cause().label() + ": " + each.whyNot());
    }
  }

  private void advice(List<String> advice) throws IOException {
    if (advice.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "WHAT TO DO", "");
    for (String each : advice) {
      page.hanging(2, 2, Style.PLAIN, each);
    }
  }

  /** That its unit is restarted again and again, if it is. */
  public void loop(Case told, List<RestartLoop> loops) throws IOException {
    Optional<RestartLoop> its =
        loops.stream()
            .filter(loop -> loop.host().equals(told.host()))
            .filter(loop -> told.victim().unit().equals(Optional.of(loop.unit())))
            .filter(loop -> !told.time().isBefore(loop.first()))
            .filter(loop -> !told.time().isAfter(loop.last()))
            .findFirst();
    if (its.isPresent()) {
      RestartLoop loop = its.get();
      page.blank();
      page.sentence(
          0,
          Style.WARNING,
          "It is one of "
              + Count.of(loop.restarts(), "end")
              + " of a restart loop, from "
              + times.of(loop.first())
              + " to "
              + times.of(loop.last())
              + ". "
              + loop.advice());
    }
  }

  /** How many others there are, and how to see them. */
  public void others(long others, String command) throws IOException {
    page.blank();
    page.sentence(0, Style.QUIET, Count.of(others, "more death") + ": " + command);
  }

  /** Between two stories. */
  public void apart() throws IOException {
    page.blank();
    page.blank();
  }
}
