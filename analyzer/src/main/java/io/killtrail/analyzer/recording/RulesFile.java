package io.killtrail.analyzer.recording;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A file of audit rules for {@code /etc/audit/rules.d} (augenrules(8)) that says of each line what
 * it is for.
 *
 * @param backlog whether it sets the backlog; augenrules takes the last file that does
 * @param optional groups that cost more, in addition to the others
 * @param pidFiles sorted by the caller
 */
public record RulesFile(
    Architecture architecture,
    boolean backlog,
    Set<RuleGroup> optional,
    List<PidFileWatch> pidFiles) {
  /** Where augenrules looks for it, as the host has it. */
  public static final String DIRECTORY = "/etc/audit/rules.d";

  /** Behind distributions' own files, before those that lock the rules (99-finalize). */
  public static final String NAME = "50-killtrail.rules";

  public RulesFile {
    Objects.requireNonNull(architecture);
    optional = optional.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(optional));
    pidFiles = List.copyOf(pidFiles);
  }

  /** The file, ASCII with a line feed behind each line. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("## Audit rules for killtrail, which tells who ended a process, and why.");
    lines.add("## " + architecture.label() + "; " + DIRECTORY + "/" + NAME);
    lines.add("## Load them: augenrules --load. See what is missing: killtrail doctor.");
    if (backlog) {
      lines.add("");
      lines.add("## Room for a burst of records: the kernel drops what finds no room.");
      lines.add("-b " + Remedy.BACKLOG);
    }
    for (RuleGroup group : RuleGroup.values()) {
      if (group.cost().isEmpty() || optional.contains(group)) {
        rules(group, lines);
      } else {
        left(group, lines);
      }
    }
    pidFiles.stream().filter(file -> !file.mayFailAtBoot()).forEach(file -> watch(file, lines));
    pidFiles.stream().filter(PidFileWatch::mayFailAtBoot).forEach(file -> idle(file, lines));
    return String.join("\n", lines) + "\n";
  }

  private void rules(RuleGroup group, List<String> lines) {
    for (Width width : architecture.widths()) {
      lines.add("");
      lines.add("## " + sentence(group.matter()) + whose(width));
      if (width == architecture.widths().getFirst()) {
        group.remarks().forEach(remark -> lines.add("## " + remark));
        group.cost().ifPresent(cost -> lines.add("## It costs " + cost + "."));
      }
      lines.add(group.rule(width, architecture));
    }
  }

  /** A 32-bit call has another number, and comes by another way into the same kernel. */
  private String whose(Width width) {
    return width == architecture.widths().getFirst() ? "." : "; calls of 32-bit programs.";
  }

  private static void left(RuleGroup group, List<String> lines) {
    lines.add("");
    lines.add("## Left out: " + group.matter().question() + ". It would cost");
    lines.add("## " + group.cost().orElseThrow() + ".");
    lines.add("## killtrail rules --with " + group.name().toLowerCase(Locale.ROOT));
  }

  private void watch(PidFileWatch file, List<String> lines) {
    for (Width width : architecture.widths()) {
      lines.add("");
      lines.add("## " + sentence(Matter.PID_FILE) + whose(width));
      lines.add(file.rule(width));
    }
  }

  private void idle(PidFileWatch file, List<String> lines) {
    lines.add("");
    lines.add("## Not in force: its directory may be made only after the rules are loaded, and");
    lines.add("## auditctl would stop here. The file is gone after a boot, too.");
    for (Width width : architecture.widths()) {
      lines.add("# " + file.rule(width));
    }
  }

  private static String sentence(Matter matter) {
    String question = matter.question();
    return Character.toUpperCase(question.charAt(0)) + question.substring(1);
  }
}
