package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.ingest.rules.AuditRules;
import io.killtrail.ingest.setup.Sight;
import java.util.List;
import java.util.Optional;

/** Whether the rules outlive a boot, and can be changed before it. */
final class RulesOnDiskCheck implements Check {
  private static final String ID = "rules-on-disk";

  @Override
  public List<Finding> look(ExaminedHost host) {
    Sight<AuditRules> disk = host.onDisk();
    Optional<AuditRules> loaded = host.loaded().shown();
    return switch (disk) {
      case Sight.Hidden<AuditRules> hidden ->
          List.of(Finding.unknown(ID, "Which rules the next boot loads", hidden.how()));
      case Sight.Missing<AuditRules> none ->
          loaded.isEmpty()
              ? List.of()
              : List.of(gone("There are no rules in /etc/audit for the next boot to load", host));
      case Sight.Shown<AuditRules> seen -> List.of(compare(seen.value(), loaded, host));
    };
  }

  private static Finding compare(AuditRules disk, Optional<AuditRules> loaded, ExaminedHost host) {
    Width width = host.architecture().widths().getFirst();
    if (loaded.isEmpty()) {
      return Finding.ok(ID, "There are rules for the next boot; those loaded could not be seen");
    }
    boolean now = complete(loaded.get(), width);
    boolean then = complete(disk, width);
    if (now && !then) {
      return gone("Signals are recorded now, but not by the rules that the next boot loads", host);
    }
    return !now && then
        ? notLoaded(host)
        : Finding.ok(ID, "A boot does not change what is recorded");
  }

  private static boolean complete(AuditRules read, Width width) {
    RuleSet rules = RuleSet.ofRules(read.rules());
    return rules.blanket().isEmpty() && rules.unrecorded(width, call -> false).isEmpty();
  }

  private static Finding gone(String what, ExaminedHost host) {
    return Finding.warning(ID, what, Matter.SENDER, host.rulesRemedy());
  }

  /** Locked rules change at boot only. */
  private static Finding notLoaded(ExaminedHost host) {
    boolean locked = host.locked();
    return Finding.problem(
        ID,
        "The rules on disk record all signals, but they are not loaded"
            + (locked ? ", and the loaded ones are locked (enabled 2)" : ""),
        Matter.SENDER,
        locked ? Remedy.REBOOT : Remedy.LOAD);
  }
}
