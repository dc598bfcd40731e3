package io.killtrail.reports.chart.draw;

import io.killtrail.reports.text.TerminalText;
import java.util.Objects;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;

/**
 * A chart that can be drawn.
 *
 * @param title what it is about; names out of logs are made harmless here
 * @param alternative what it says, with the numbers; made harmless, too
 * @param drawing makes it anew each time
 */
public record Picture(String title, String alternative, Supplier<JFreeChart> drawing) {
  public Picture {
    title = TerminalText.escape(title);
    alternative = TerminalText.escape(alternative);
    Objects.requireNonNull(drawing);
  }
}
