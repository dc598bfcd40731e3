package io.killtrail.reports.openmetrics;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import java.io.IOException;
import java.util.List;

/** How many PID files are what, and which are armed, as gauges. */
public final class PidFilesMetrics {
  private static final String UNTOLD = "unknown";

  private PidFilesMetrics() {}

  /**
   * Writes them, closed by {@code # EOF}.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(List<PidFileStanding> files, Appendable out) throws IOException {
    states(files).write(out);
    armed(files).write(out);
    out.append("# EOF\n");
  }

  /** Each state is there, if only with 0, so that a first one is an increase. */
  private static MetricFamily states(List<PidFileStanding> files) {
    BoundedCounts counts = new BoundedCounts("state");
    for (State state : State.values()) {
      counts.add(0, state.label());
    }
    counts.add(0, UNTOLD);
    files.forEach(file -> counts.add(1, file.state().map(State::label).orElse(UNTOLD)));
    return MetricFamily.of("killtrail_pid_files", "PID files, by what they are.", counts.lines());
  }

  private static MetricFamily armed(List<PidFileStanding> files) {
    BoundedCounts counts = new BoundedCounts("path", "unit");
    for (PidFileStanding file : files) {
      if (file.isArmed()) {
        counts.add(1, file.path(), file.holder().flatMap(Holder::unit).orElse(""));
      }
    }
    return MetricFamily.of(
        "killtrail_pid_file_armed",
        "Stale PID files whose number a live foreign process or thread has, by its unit.",
        counts.lines());
  }
}
