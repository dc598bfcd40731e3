package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.rule.Verdict;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.util.ArrayList;
import java.util.List;

/** Which cases a report leads with. */
final class Flags {
  private Flags() {}

  static boolean any(Verdict verdict, Death death) {
    return !of(verdict, death).isEmpty();
  }

  static List<Flag> of(Verdict verdict, Death death) {
    List<Flag> flags = new ArrayList<>();
    if (verdict.cause() == Cause.STALE_PID_FILE) {
      flags.add(Flag.STALE_PID_FILE_COLLISION);
    }
    if (!verdict.expected() && endedByTerm(death)) {
      flags.add(Flag.UNEXPECTED_143);
    }
    return flags;
  }

  private static boolean endedByTerm(Death death) {
    if (death.exit().how().isPresent() && death.exit().status().isPresent()) {
      int status = death.exit().status().getAsInt();
      boolean exited = death.exit().how().get() == ProcessExited.How.EXITED;
      int byTerm = exited ? Signals.exitStatus(Signals.TERM) : Signals.TERM;
      return death.run().isPresent() && status == byTerm;
    }
    return endedWithoutStopJob(death);
  }

  /** systemd counts TERM as a clean end and logs no exit line. */
  private static boolean endedWithoutStopJob(Death death) {
    boolean term =
        death.deciding().filter(deciding -> deciding.number() == Signals.TERM).isPresent();
    boolean unasked =
        death.run().filter(run -> run.ended().isPresent() && run.stopping().isEmpty()).isPresent();
    return term && unasked && toMain(death);
  }

  private static boolean toMain(Death death) {
    return death.mainPid().isPresent()
        && death.deciding().filter(one -> one.victimPid() == death.mainPid().getAsInt()).isPresent()
        && death.run().filter(UnitRun::holdsProcesses).isPresent();
  }
}
