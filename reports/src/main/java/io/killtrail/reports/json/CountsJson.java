package io.killtrail.reports.json;

import io.killtrail.reports.model.ValueCount;
import java.io.IOException;
import java.util.List;

/** How often values occur, for programs. */
public final class CountsJson {
  private CountsJson() {}

  /** Writes {@code {"value":…,"count":…}} and LF for each. */
  public static void write(List<ValueCount> counts, Appendable out) throws IOException {
    for (ValueCount each : counts) {
      JsonOut json = JsonOut.to(out, false);
      json.document(
          () -> {
            json.text("value", each.value());
            json.number("count", each.count());
          });
    }
  }
}
