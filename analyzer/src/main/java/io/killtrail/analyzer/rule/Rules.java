package io.killtrail.analyzer.rule;

import java.util.List;
import java.util.Optional;

/** All rules, in order of precedence: the first that fits decides. */
public final class Rules {
  private static final List<Rule> IN_ORDER =
      List.of(
          new StalePidFileRule(),
          new ManagerKillRule(),
          new ManagerLimitRule(),
          new ShutdownRule(),
          new StopTimeoutRule(),
          new UnitStopRule(),
          new UserRule(),
          new SupervisorRule(),
          new ValidPidFileRule(),
          new SelfRule(),
          new OtherProcessRule(),
          new KernelRule(),
          new OwnExitRule());

  private Rules() {}

  /** Every death gets a verdict, if only that it can't be told. */
  public static Verdict judge(Situation situation) {
    Verdict verdict =
        IN_ORDER.stream()
            .map(rule -> rule.judge(situation))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> UnknownCause.of(situation));
    return Doubt.applied(verdict, situation);
  }
}
