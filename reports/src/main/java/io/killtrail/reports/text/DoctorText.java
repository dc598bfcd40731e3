package io.killtrail.reports.text;

import io.killtrail.analyzer.doctor.Finding;
import io.killtrail.analyzer.doctor.Severity;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;

/** What a host fails to record, for a person at a terminal. */
public final class DoctorText {
  private static final int INDENT = 2;
  private static final int DEEPER = 4;

  private final Page page;

  /**
   * A writer for one kind of output.
   *
   * @param width characters in a line
   */
  public DoctorText(Appendable out, Palette palette, int width) {
    this.page = new Page(out, palette, width);
  }

  /**
   * Writes all findings, the worst first.
   *
   * @param findings in their order
   * @throws IOException when the output does
   */
  public void write(List<Finding> findings) throws IOException {
    for (Severity severity : Severity.values()) {
      List<Finding> alike =
          findings.stream().filter(finding -> finding.severity() == severity).toList();
      if (!alike.isEmpty()) {
        section(severity, alike);
      }
    }
  }

  private void section(Severity severity, List<Finding> findings) throws IOException {
    String title =
        switch (severity) {
          case PROBLEM -> "PROBLEMS";
          case WARNING -> "WARNINGS";
          case UNKNOWN -> "NOT SEEN";
          case OK -> "FINE";
        };
    page.heading(style(severity), title, Integer.toString(findings.size()));
    for (Finding finding : findings) {
      page.hanging(INDENT, INDENT, Style.PLAIN, finding.what() + ".  [" + finding.id() + "]");
      if (finding.leavesOpen().isPresent()) {
        page.sentence(DEEPER, Style.QUIET, "leaves open " + finding.leavesOpen().get().question());
      }
      if (finding.command().isPresent()) {
        page.command(DEEPER, finding.command().get());
      }
    }
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case PROBLEM -> Style.ALERT;
      case WARNING -> Style.WARNING;
      case UNKNOWN, OK -> Style.TITLE;
    };
  }
}
