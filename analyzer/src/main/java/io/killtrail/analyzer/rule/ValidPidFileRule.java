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
        ? seen.filter(use -> use.affinity() >= TIED)
            .flatMap(use -> confidence(use, situation).map(sure -> verdict(use, sure, situation)))
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

  /** How sure it is that the file named the victim; its name speaks where its age does not. */
  private static Optional<Confidence> confidence(PidFileUse use, Situation situation) {
    boolean victims =
        use.matched() == PidFile.Matched.PROCESS
            && situation
                .deciding()
                .filter(deciding -> deciding.victimPid() == use.file().number())
                .filter(deciding -> Whose.of(use.file().path(), deciding) == Whose.VICTIM)
                .isPresent();
    return switch (use.state()) {
      case VALID -> Optional.of(Confidence.PROVEN);
      case UNDECIDED -> victims ? Optional.of(Confidence.LIKELY) : Optional.empty();
      case STALE, STALE_BY_AGE -> Optional.empty();
    };
  }

  private static Verdict verdict(PidFileUse use, Confidence sure, Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    Verdict.Builder verdict =
        Verdict.of(Cause.VALID_PID_FILE, situation.link())
            .atMost(sure)
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
            Cause.STALE_PID_FILE,
            sure == Confidence.PROVEN
                ? "the file was written after its process started, in this boot"
                : "the file bears the victim's name; nothing shows its age against the process's")
        .build();
  }
}
