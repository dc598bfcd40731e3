package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import java.util.Optional;

/**
 * The process signalled itself of its own accord; an answer to an earlier signal is not its own.
 */
final class SelfRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    return situation
        .deciding()
        .filter(deciding -> deciding.toSelf())
        .map(
            deciding ->
                Verdict.of(Cause.SELF, situation.link())
                    .alternative(
                        Cause.OTHER_PROCESS, "no other signal to it was recorded before its own")
                    .build());
  }
}
