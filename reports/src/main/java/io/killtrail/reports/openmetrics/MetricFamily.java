package io.killtrail.reports.openmetrics;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A gauge and its series.
 *
 * @param name ends in the unit, if there is one, as OpenMetrics wants it
 * @param help one line of ours, without backslashes and quotes
 */
record MetricFamily(String name, String help, Optional<String> unit, List<MetricLine> lines) {
  static MetricFamily of(String name, String help, List<MetricLine> lines) {
    return new MetricFamily(name, help, Optional.empty(), lines);
  }

  /** One without series is left out: the textfile collector would drop its help anyway. */
  void write(Appendable out) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
    if (unit.isPresent()) {
      out.append("# UNIT ").append(name).append(' ').append(unit.get()).append('\n');
    }
    for (MetricLine line : lines) {
      out.append(line.text(name)).append('\n');
    }
  }
}
