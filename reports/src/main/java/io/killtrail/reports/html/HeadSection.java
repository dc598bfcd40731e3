package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.HeadText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.ZoneId;

/** What was read, of when and whom, and how many findings of each kind there are. */
final class HeadSection {
  private final Markup html;
  private final TimeText times;
  private final ZoneId zone;
  private final HeadText words;

  HeadSection(Markup html, TimeText times, ZoneId zone) {
    this.html = html;
    this.times = times;
    this.zone = zone;
    this.words = new HeadText(times);
  }

  /** The title of the window. */
  static String title(Report report) {
    long flagged = report.summary().flagged();
    String hosts = String.join(", ", report.analysis().hosts());
    return (hosts.isEmpty() ? "" : hosts + ": ")
        + (flagged > 0 ? Count.of(flagged) + " flagged of " : "")
        + (Count.of(report.summary().cases(), "case") + " - killtrail");
  }

  void header(Report report) throws IOException {
    html.block(
        "header",
        () -> {
          html.block(
              "div",
              () -> {
                html.leaf("p", "killtrail", "class", "brand");
                html.leaf("button", "Theme: system", "type", "button", "id", "theme", "hidden", "");
              },
              "class",
              "top");
          html.leaf("h1", "Who ended my process, and why");
          html.leaf("p", words.found(report), "class", "found");
          html.block("dl", () -> origin(report), "class", "origin");
        });
  }

  private void origin(Report report) throws IOException {
    Analysis analysis = report.analysis();
    fact("Period", words.period(analysis));
    fact(analysis.hosts().size() == 1 ? "Host" : "Hosts", words.hosts(analysis));
    fact("Read", words.read(analysis.inputs()));
    if (!report.filter().equals(ReportFilter.ALL)) {
      fact("Asked for", words.filter(report.filter()));
    }
    fact("Generated", times.of(report.generated()));
    fact("Time zone", zone.getId());
  }

  private void fact(String label, String value) throws IOException {
    html.open("div");
    html.leaf("dt", label);
    html.leaf("dd", value);
    html.close("div");
  }

  /** The counts, each with a link to what is counted. */
  void tiles(Report report) throws IOException {
    Analysis analysis = report.analysis();
    html.open("nav", "aria-label", "Findings");
    html.open("ul", "class", "tiles");
    tile("alarm", report.flagged().size(), "flagged", "flagged");
    tile("alarm", report.summary().stalePidFile(), "stale PID file", "flagged");
    tile("alarm", report.summary().unexpected143(), "unexpected 143", "flagged");
    tile("warn", report.unexpected().size(), "more not expected", "unexpected");
    tile("", report.expected().size(), "expected", "expected");
    tile("warn", analysis.restartLoops().size(), "in a restart loop", "loops");
    tile("warn", analysis.nearMisses().size(), "near misses", "near-misses");
    tile("warn", analysis.coverage().size(), "not covered", "coverage");
    tile("", analysis.signals().total(), "signals recorded", "signals");
    html.close("ul");
    html.close("nav");
  }

  private void tile(String kind, long count, String what, String section) throws IOException {
    html.open("li", "class", count == 0 ? "none" : kind);
    String link = count == 0 ? "span" : "a";
    if (count == 0) {
      html.open(link);
    } else {
      html.open(link, "href", "#" + section);
    }
    html.leaf("b", Count.of(count));
    html.text(" " + what);
    html.close(link);
    html.close("li");
  }
}
