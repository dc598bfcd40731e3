package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stages of a stop that ran out of time, in words: which command or signal, after how long. */
final class StopStages {
  private StopStages() {}

  /** Such as {@code ExecStop was cut off after 90 s, ExecStopPost was cut off after 90 s}. */
  static String tell(UnitRun run, List<UnitChanged> stages) {
    List<String> told = new ArrayList<>();
    Instant begun =
        run.stopping()
            .map(line -> line.provenance().time())
            .orElse(stages.getFirst().provenance().time());
    for (UnitChanged stage : stages) {
      Instant end = stage.provenance().time();
      long seconds = Math.round(Duration.between(begun, end).toMillis() / 1000.0);
      String state = ((UnitChanged.TimedOut) stage.change()).state();
      told.add(what(state) + (seconds > 0 ? " after " + seconds + " s" : ""));
      begun = end;
    }
    return String.join(", ", told);
  }

  /** systemd's states (service.c), each with the command or signal whose end it waits for. */
  private static String what(String state) {
    return switch (state) {
      case "stop", "stopping" -> "ExecStop was cut off";
      case "stop-post" -> "ExecStopPost was cut off";
      case "stop-watchdog", "stop-sigabrt" -> "SIGABRT had not ended it";
      case "final-sigterm", "stop-final-sigterm" -> "the last SIGTERM had not ended it";
      case "final-watchdog" -> "the last SIGABRT had not ended it";
      default ->
          state.contains("sigkill") ? "even SIGKILL had not ended it" : "SIGTERM had not ended it";
    };
  }
}
