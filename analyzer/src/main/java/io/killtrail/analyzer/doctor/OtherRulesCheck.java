package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.PidFileWatch;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.setup.Sight;
import java.util.List;
import java.util.Optional;

/** Rules that are of use beside those on signals. */
final class OtherRulesCheck implements Check {
  private static final String EXIT = "exit-rules";
  private static final String COMMANDS = "command-rules";
  private static final String WATCHES = "pid-file-watches";

  @Override
  public List<Finding> look(ExaminedHost host) {
    Width width = host.architecture().widths().getFirst();
    return switch (host.rules()) {
      case Sight.Shown<RuleSet> seen ->
          List.of(
              exits(seen.value(), width, host),
              commands(seen.value(), width),
              watches(seen.value()));
      case Sight.Missing<RuleSet> none -> List.of();
      case Sight.Hidden<RuleSet> hidden ->
          List.of(
              Finding.unknown(EXIT, "Whether exit(143) is recorded", hidden.how()),
              Finding.unknown(COMMANDS, "Whether commands are recorded", hidden.how()),
              Finding.unknown(WATCHES, "Whether PID files are watched", hidden.how()));
    };
  }

  private static Finding exits(RuleSet rules, Width width, ExaminedHost host) {
    Optional<String> gap = rules.missingExit143(width);
    if (rules.blanket().isEmpty() && gap.isEmpty()) {
      return Finding.ok(EXIT, "exit(143) is recorded");
    }
    boolean partly = rules.blanket().isEmpty() && !gap.equals(Optional.of("exit_group"));
    return Finding.warning(
        EXIT,
        partly
            ? "Not every exit(143) is recorded: not " + gap.get()
            : "No rule records exit_group with status 143",
        Matter.OWN_EXIT,
        host.rulesRemedy());
  }

  /** Too dear to be asked of everybody. */
  private static Finding commands(RuleSet rules, Width width) {
    boolean missing = rules.blanket().isPresent() || rules.missingCommands(width).isPresent();
    return Finding.ok(
        COMMANDS,
        missing
            ? "Not all commands are recorded, which is needed only where people stop services"
                + " without sudo (killtrail rules --with execve)"
            : "All commands are recorded");
  }

  private static Finding watches(RuleSet rules) {
    List<String> blind =
        rules.rules().stream()
            .filter(OtherRulesCheck::ofPidFile)
            .filter(rule -> !access(rule).contains("r"))
            .flatMap(rule -> value(rule, "path=").stream())
            .distinct()
            .toList();
    return blind.isEmpty()
        ? Finding.ok(WATCHES, "No watch of a PID file leaves out who reads it")
        : Finding.warning(
            WATCHES,
            "Watched for writing only, so that who read it is never shown: "
                + String.join(", ", blind.subList(0, Math.min(5, blind.size())))
                + (blind.size() > 5 ? ", ..." : ""),
            Matter.PID_FILE,
            "killtrail rules --install --pid-file " + oneOf(blind) + " && augenrules --load");
  }

  private static String oneOf(List<String> paths) {
    return paths.stream().filter(PidFileWatch::canWatch).findFirst().orElse("PATH");
  }

  private static boolean ofPidFile(RuleListed rule) {
    boolean key = rule.key().filter(PidFileWatch.KEY::equals).isPresent();
    return value(rule, "path=").filter(path -> key || path.endsWith(".pid")).isPresent();
  }

  /** Without the condition all accesses are recorded. */
  private static String access(RuleListed rule) {
    return value(rule, "perm=").orElse("rwxa");
  }

  private static Optional<String> value(RuleListed rule, String name) {
    return rule.filters().stream()
        .filter(filter -> filter.startsWith(name))
        .map(filter -> filter.substring(name.length()))
        .findFirst();
  }
}
