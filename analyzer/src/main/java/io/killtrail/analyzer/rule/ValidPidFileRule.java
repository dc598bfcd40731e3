package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import java.util.Optional;
import java.util.OptionalInt;

/** The sender acted on a PID file, and the file named the victim rightly. */
final class ValidPidFileRule implements Rule {
  /** Ties of the sender to the file that more than chance explains. */
  private static final int TIED = 3;

  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.byManager()) {
      return Optional.empty();
    }
    return PidFileUse.of(situation)
        .filter(use -> use.state() == PidFileUse.State.VALID && use.affinity() >= TIED)
        .map(use -> verdict(use, situation));
  }

  private static Verdict verdict(PidFileUse use, Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    Verdict.Builder verdict =
        Verdict.of(Cause.VALID_PID_FILE, situation.link())
            .expected(true)
            .pidFile(
                new PidFile(
                    Optional.of(use.file().path()),
                    OptionalInt.of(use.file().number()),
                    use.file().modified(),
                    Optional.empty(),
                    use.matched(),
                    Optional.empty()))
            .evidence(Telling.pidFile(use.file()));
    deciding.victim().ifPresent(life -> verdict.evidence(Telling.life(life, deciding.time())));
    return verdict
        .alternative(
            Cause.STALE_PID_FILE, "the file was written after its process started, in this boot")
        .build();
  }
}
