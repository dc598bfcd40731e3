package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * No user-space sender, and the evidence shows it: out of memory, or a fault of the process itself.
 */
final class KernelRule implements Rule {
  /** Signals that the kernel raises for a fault: ILL, TRAP, BUS, FPE, SEGV, SYS. */
  private static final Set<Integer> FAULTS = Set.of(4, 5, 7, 8, 11, 31);

  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isPresent()) {
      return Optional.empty();
    }
    Optional<Confidence> memory = outOfMemory(situation.death());
    if (memory.isPresent()) {
      return Optional.of(outOfMemory(memory.get(), situation));
    }
    return situation.death().exits().stream().anyMatch(KernelRule::fault)
        ? Optional.of(faulted(situation))
        : Optional.empty();
  }

  /**
   * How sure it is that it ended for want of memory. A process of a unit can be killed for that
   * long before the unit ends (OOMPolicy=continue), so the line alone does not tell.
   */
  private static Optional<Confidence> outOfMemory(Death death) {
    boolean result =
        death.run().flatMap(UnitRun::resultWord).filter("oom-kill"::equals).isPresent();
    if (result || death.exits().stream().anyMatch(exit -> oom(exit) && ofVictim(exit, death))) {
      return Optional.of(Confidence.PROVEN);
    }
    boolean said =
        death.exits().stream().anyMatch(KernelRule::oom)
            || death
                .run()
                .filter(run -> run.said(UnitChanged.OutOfMemory.class, death.time()))
                .isPresent();
    return said && killed(death) ? Optional.of(Confidence.LIKELY) : Optional.empty();
  }

  private static boolean oom(ProcessExited exit) {
    return exit.witness() == ProcessExited.Witness.KERNEL_OOM;
  }

  private static boolean ofVictim(ProcessExited exit, Death death) {
    boolean known =
        death.run().isEmpty()
            || exit.unit().isPresent()
            || death.main().flatMap(life -> life.unit(death.time())).isPresent();
    return known && killed(death) && exit.pid().equals(death.mainPid());
  }

  private static boolean killed(Death death) {
    return death.exit().how().equals(Optional.of(ProcessExited.How.KILLED))
        && death.exit().status().equals(OptionalInt.of(Signals.KILL));
  }

  private static Verdict outOfMemory(Confidence confidence, Situation situation) {
    Verdict.Builder verdict =
        Verdict.of(Cause.KERNEL, confidence)
            .alternative(
                Cause.OTHER_PROCESS, "the records say that it was killed for want of memory")
            .advice("Raise MemoryMax= of the unit, give the host memory, or find the leak.");
    situation.run().stream()
        .flatMap(run -> run.all(UnitChanged.OutOfMemory.class))
        .forEach(line -> verdict.evidence(Telling.change(line)));
    return verdict.build();
  }

  private static boolean fault(ProcessExited exit) {
    boolean byFault =
        exit.how().filter(how -> how != ProcessExited.How.EXITED).isPresent()
            && FAULTS.contains(exit.status().orElse(0));
    return byFault || exit.witness() == ProcessExited.Witness.ABEND;
  }

  private static Verdict faulted(Situation situation) {
    return Verdict.of(Cause.KERNEL, Confidence.LIKELY)
        .alternative(
            Cause.OTHER_PROCESS,
            situation
                .coverage()
                .silence(situation.time())
                .map(why -> why + ": somebody may have sent this signal")
                .orElse("a call that sent this signal would have been recorded"))
        .advice("Look at the core dump (coredumpctl) or the program's own log.")
        .build();
  }
}
