package io.killtrail.reports.text;

import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.ManagerVersion;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.util.stream.Collectors;

/** How a host was set up to record, and which serials were seen of it, in one line. */
final class SettingLine {
  private static final int RUNS = 8;

  private SettingLine() {}

  static String of(SerialsSeen seen) {
    String runs =
        seen.runs().stream().limit(RUNS).map(SettingLine::run).collect(Collectors.joining(", "));
    int more = seen.runs().size() - RUNS;
    return "audit serials " + runs + (more > 0 ? " and " + Count.of(more, "run") + " more" : "");
  }

  private static String run(Run run) {
    String part = run.whole() ? "" : " (" + run.seen() + " of " + run.span() + ")";
    return run.first() == run.last()
        ? Long.toString(run.first())
        : run.first() + " to " + run.last() + part;
  }

  static String of(Item item) {
    return switch (item) {
      case Setting set ->
          set.name()
              + " set to "
              + set.value()
              + (set.old().isPresent() ? ", was " + set.old().getAsLong() : "");
      case RuleChanged rule ->
          "audit rule "
              + (rule.added() ? "added" : "removed")
              + rule.key().map(key -> ", key " + key).orElse("");
      case RuleListed rule -> listed(rule);
      case ManagerVersion version -> "service manager is systemd " + version.number();
    };
  }

  private static String listed(RuleListed rule) {
    return "audit rule: "
        + (rule.records() ? "record " : "leave out ")
        + String.join(", ", rule.calls())
        + rule.arch().map(arch -> " of " + arch).orElse("")
        + (rule.filters().isEmpty() ? "" : " where " + String.join(", ", rule.filters()))
        + rule.key().map(key -> ", key " + key).orElse("");
  }
}
