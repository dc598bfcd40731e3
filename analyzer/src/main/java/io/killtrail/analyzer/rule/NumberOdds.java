package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.PidFileState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How likely the number in a PID file hits somebody else. */
final class NumberOdds {
  private NumberOdds() {}

  /** How often it did, over all boots seen but that in which it was right. */
  static Optional<PidFile.Odds> of(PidFileState file, Instant time, HostHistory history) {
    int written = file.modified().map(at -> history.bootAt(at).number()).orElse(-1);
    List<Boot> boots =
        history.boots().stream()
            .filter(history::hasSnapshots)
            .filter(boot -> boot.number() != written)
            .toList();
    long taken = boots.stream().filter(boot -> history.everTaken(file.number(), boot)).count();
    return boots.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PidFile.Odds(
                boots.size(), Math.toIntExact(taken), history.nearbyTaken(file.number(), time)));
  }
}
