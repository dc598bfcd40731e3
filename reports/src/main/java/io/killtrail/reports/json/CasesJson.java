package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.Case;
import java.io.IOException;
import java.util.List;

/** Cases for programs, outside of a report. */
public final class CasesJson {
  private CasesJson() {}

  /**
   * Writes a list of cases, each as {@code cases} of {@code killtrail.report/1} has it.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(List<Case> cases, Appendable out) throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.list(cases, new CaseJson(json)::write);
  }
}
