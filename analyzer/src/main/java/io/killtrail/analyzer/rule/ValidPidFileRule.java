package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Target;
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
    Optional<PidFileUse> seen = PidFileUse.of(situation);
    return seen.isPresent()
        ? seen.filter(use -> use.state() == Currency.VALID && use.affinity() >= TIED)
            .map(use -> verdict(use, situation))
        : byCommandLine(situation);
  }

  /** No PID file was seen, but the sender's command line names one that is the victim's by name. */
  private static Optional<Verdict> byCommandLine(Situation situation) {
    return situation
        .deciding()
        .filter(
            deciding ->
                Addressing.of(deciding, situation.history()).target().addressed()
                    == Target.Kind.PROCESS)
        .flatMap(deciding -> NamedPidFile.of(deciding, situation.history()))
        .filter(file -> file.whose() == Whose.VICTIM)
        .map(
            file ->
                Verdict.of(Cause.VALID_PID_FILE, situation.link())
                    .atMost(Confidence.LIKELY)
                    .expected(true)
                    .pidFile(file.asPidFile(PidFile.Matched.PROCESS))
                    .alternative(
                        Cause.STALE_PID_FILE,
                        "the file bears the victim's name; no snapshot shows when it was written")
                    .build());
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
