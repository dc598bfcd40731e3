package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.time.ZoneId;

/** What the evidence does not cover, for a person at a terminal. */
public final class CoverageText {
  private final Page page;
  private final TimeText times;

  /**
   * A writer for one kind of output.
   *
   * @param width characters in a line
   * @param zone in which times are shown
   */
  public CoverageText(Appendable out, Palette palette, int width, ZoneId zone) {
    this.page = new Page(out, palette, width);
    this.times = new TimeText(zone);
  }

  /**
   * Writes all of it, and from when to when there is evidence at all.
   *
   * @throws IOException when {@code out} does
   */
  public void write(Analysis analysis) throws IOException {
    if (analysis.from().isEmpty() || analysis.to().isEmpty()) {
      page.sentence(
          0, Style.TITLE, "There is no evidence of signals, exits or units in this time.");
    } else {
      String period = times.of(analysis.from().get()) + " to " + times.of(analysis.to().get());
      page.sentence(
          0, Style.TITLE, "There is evidence of signals, exits or units from " + period + ".");
    }
    if (analysis.coverage().isEmpty()) {
      page.blank();
      page.sentence(0, Style.PLAIN, "Nothing is known to be missing.");
    }
    new BasisSections(page, times).coverage(analysis.coverage());
  }
}
