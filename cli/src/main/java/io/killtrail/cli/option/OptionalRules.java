package io.killtrail.cli.option;

import io.killtrail.analyzer.recording.RuleGroup;
import java.util.Optional;

/** Rules that are left out unless they are asked for. */
public enum OptionalRules {
  EXECVE("execve", Optional.of(RuleGroup.EXECVE)),
  CLONE("clone", Optional.of(RuleGroup.CLONE)),
  /** Of those that the host has. */
  PID_FILES("pid-files", Optional.empty());

  private final String label;
  private final Optional<RuleGroup> group;

  OptionalRules(String label, Optional<RuleGroup> group) {
    this.label = label;
    this.group = group;
  }

  String label() {
    return label;
  }

  /** The group, where it is one of system calls. */
  public Optional<RuleGroup> group() {
    return group;
  }
}
