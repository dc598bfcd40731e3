package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.CoverageProblem;
import java.io.IOException;
import java.util.List;

/** What the evidence does not cover, for programs, outside of a report. */
public final class CoverageJson {
  private CoverageJson() {}

  /**
   * Writes a list, each as {@code coverage} of {@code killtrail.report/1} has it.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(List<CoverageProblem> problems, Appendable out) throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.list(problems, new FindingsJson(json)::problem);
  }
}
