package io.killtrail.reports.html;

import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Writes a report as one HTML file that holds all it needs: what is flagged first and in full, then
 * what else was not meant, then what was meant, then what the report rests on.
 */
public final class HtmlReport {
  private final ZoneId zone;
  private final Figures figures;
  private final RecordSource records;

  /**
   * A writer.
   *
   * @param zone in which times are shown
   * @param records gives the raw records behind the evidence
   */
  public HtmlReport(ZoneId zone, Figures figures, RecordSource records) {
    this.zone = zone;
    this.figures = figures;
    this.records = records;
  }

  /**
   * Writes all of it, in printable ASCII. The same report, figures and records give the same bytes.
   *
   * @throws IOException when {@code out} or the source of the records does
   */
  public void write(Report report, Appendable out) throws IOException {
    Markup html = new Markup(out);
    new Shell(html).write(HeadSection.title(report), () -> body(report, html));
  }

  private void body(Report report, Markup html) throws IOException {
    TimeText times = new TimeText(zone);
    HeadSection head = new HeadSection(html, times, zone);
    head.header(report);
    html.block("main", () -> main(report, html, head, times));
    html.leaf("footer", "killtrail made this report. It loads nothing and sends nothing.");
  }

  private void main(Report report, Markup html, HeadSection head, TimeText times)
      throws IOException {
    head.tiles(report);
    overview(report, html);
    if (report.analysis().cases().isEmpty()) {
      new NothingSection(html).write(report);
    } else {
      new Tools(html).write();
      new CaseSections(html, times, figures, records).write(report);
    }
    new FindingSections(html, times).write(report);
    new BasisSections(html, times).write(report.analysis());
  }

  private void overview(Report report, Markup html) throws IOException {
    var pictures = figures.of(report);
    if (!pictures.isEmpty()) {
      html.open("section", "class", "figures", "aria-label", "Charts");
      new FigureList(html).write(pictures);
      html.close("section");
    }
  }
}
