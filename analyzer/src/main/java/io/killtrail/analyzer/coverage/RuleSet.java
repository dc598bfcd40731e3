package io.killtrail.analyzer.coverage;

import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.SignalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The audit rules that were given as files, in the order in which they are loaded: of those that
 * fit a call the kernel takes the first.
 */
final class RuleSet {
  private static final String EVERY = "all";

  /** They leave out probes and failures only. */
  private static final Set<String> HARMLESS =
      Set.of("a1!=0", "a1>0", "a2!=0", "a2>0", "success=1", "success=yes", "exit=0");

  private final List<RuleListed> rules;

  private RuleSet(List<RuleListed> rules) {
    this.rules = rules;
  }

  static RuleSet of(List<Configured> settings) {
    TreeMap<String, List<RuleListed>> files = new TreeMap<>();
    for (Configured set : settings) {
      if (set.item() instanceof RuleListed rule) {
        String path = set.provenance().raw().isEmpty() ? "" : path(set);
        files.computeIfAbsent(path, none -> new ArrayList<>()).add(rule);
      }
    }
    List<RuleListed> rules = new ArrayList<>();
    for (List<RuleListed> file : files.values()) {
      file.sort(Comparator.comparingInt(RuleListed::line));
      rules.addAll(file);
    }
    return new RuleSet(rules);
  }

  private static String path(Configured set) {
    return set.provenance().raw().getFirst().input();
  }

  /** Whether none were given. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Why no system call at all is recorded, if so. */
  Optional<String> blanket() {
    boolean task =
        rules.stream()
            .anyMatch(
                rule -> rule.list().equals("task") && !rule.records() && rule.filters().isEmpty());
    boolean excluded =
        rules.stream()
            .filter(rule -> rule.list().equals("exclude"))
            .flatMap(rule -> rule.filters().stream())
            .anyMatch(filter -> filter.equals("msgtype=SYSCALL") || filter.equals("msgtype=1300"));
    if (task) {
      return Optional.of("\"-a never,task\" switches the recording of all system calls off");
    }
    return excluded ? Optional.of("an exclude rule drops all SYSCALL records") : Optional.empty();
  }

  /**
   * What is not recorded of a call; empty when all of it is.
   *
   * @param arch {@code b64} or {@code b32}
   */
  Optional<String> missing(String arch, SignalCall call) {
    List<String> except = new ArrayList<>();
    List<String> only = new ArrayList<>();
    for (RuleListed rule : rules) {
      if (!fits(rule, arch, call)) {
        continue;
      }
      List<String> filters =
          rule.filters().stream().filter(filter -> !HARMLESS.contains(filter)).toList();
      String where = String.join(" and ", filters);
      if (!rule.records()) {
        if (rule.filters().isEmpty()) {
          break;
        }
        except.add(where.isEmpty() ? String.join(" and ", rule.filters()) : where);
      } else if (filters.isEmpty()) {
        return except.isEmpty()
            ? Optional.empty()
            : Optional.of(call.syscall() + " where " + String.join(" or ", except));
      } else {
        only.add(where);
      }
    }
    return Optional.of(
        only.isEmpty()
            ? call.syscall()
            : call.syscall() + " but where " + String.join(" or ", only));
  }

  private static boolean fits(RuleListed rule, String arch, SignalCall call) {
    boolean named = rule.calls().contains(call.syscall()) || rule.calls().contains(EVERY);
    return named
        && (rule.list().equals("exit") || rule.list().equals("entry"))
        && width(rule.arch().orElse("b64")).equals(arch);
  }

  private static String width(String arch) {
    return switch (arch) {
      case "b32", "i386", "i486", "i586", "i686", "arm", "armv7l", "ppc", "s390" -> "b32";
      default -> "b64";
    };
  }
}
