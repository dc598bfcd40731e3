package io.killtrail.cli.session;

import io.killtrail.cli.environment.Terminal;
import io.killtrail.reports.text.TextReport;

/** How wide text is written. */
public final class PageWidth {
  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 120;

  private PageWidth() {}

  /** As wide as the terminal, within reason; the usual width where there is none. */
  public static int of(Session session) {
    Terminal terminal = session.environment().terminal();
    boolean known = terminal.out() && terminal.columns() > 0;
    return known ? Math.min(terminal.columns(), WIDEST) : TextReport.WIDTH;
  }
}
