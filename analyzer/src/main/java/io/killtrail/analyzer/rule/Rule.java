package io.killtrail.analyzer.rule;

import java.util.Optional;

/** Decides one cause. */
interface Rule {
  /** The verdict if the evidence supports this rule's cause. */
  Optional<Verdict> judge(Situation situation);
}
