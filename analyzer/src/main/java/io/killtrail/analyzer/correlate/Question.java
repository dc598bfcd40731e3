package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.Window;
import java.time.Duration;
import java.util.List;

/** Which deaths somebody asks about, so that the others need not be judged. */
public interface Question {
  /** Whether this one is meant. */
  boolean asksFor(Deceased deceased, HostHistory history);

  /**
   * Whether such a death may be told in this window at all; when in doubt, it may.
   *
   * @param runs of units, ended or not
   * @param reach a death is told so long at most after the signal that caused it
   */
  boolean mayBeIn(Window window, List<UnitRun> runs, Duration reach);
}
