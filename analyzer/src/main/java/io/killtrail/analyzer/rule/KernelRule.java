package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;
import java.util.Optional;
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
    Optional<UnitChanged> memory =
        situation.run().flatMap(run -> run.first(UnitChanged.OutOfMemory.class));
    boolean oomResult =
        situation.run().flatMap(UnitRun::resultWord).filter("oom-kill"::equals).isPresent();
    List<ProcessExited> exits = situation.death().exits();
    boolean oomLine =
        exits.stream().anyMatch(exit -> exit.witness() == ProcessExited.Witness.KERNEL_OOM);
    if (memory.isPresent() || oomResult || oomLine) {
      return Optional.of(outOfMemory(memory));
    }
    return exits.stream().anyMatch(KernelRule::fault)
        ? Optional.of(faulted(situation))
        : Optional.empty();
  }

  private static Verdict outOfMemory(Optional<UnitChanged> memory) {
    Verdict.Builder verdict =
        Verdict.of(Cause.KERNEL, Confidence.PROVEN)
            .alternative(
                Cause.OTHER_PROCESS, "the records say that it was killed for want of memory")
            .advice("Raise MemoryMax= of the unit, give the host memory, or find the leak.");
    memory.ifPresent(line -> verdict.evidence(Telling.change(line)));
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
