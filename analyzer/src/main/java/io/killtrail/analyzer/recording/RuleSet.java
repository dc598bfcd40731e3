package io.killtrail.analyzer.recording;

import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.SignalCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The audit rules that were given as files, in the order in which they are loaded: of those that
 * fit a call the kernel takes the first.
 */
public final class RuleSet {
  private static final String EVERY = "all";

  /** Calls that make the kernel record targets; {@code all} holds them too. */
  private static final Set<String> SIGNAL_CLASS = Set.of("kill", "tkill", "tgkill", EVERY);

  private static final List<String> OF_FILES =
      List.of("path=", "dir=", "perm=", "inode=", "devmajor=", "devminor=", "filetype=", "obj_");

  /** Types of records that verdicts rest on, by their number. */
  private static final Map<String, String> NUMBERED =
      Map.of(
          "1300", "SYSCALL",
          "1318", "OBJ_PID",
          "1327", "PROCTITLE",
          "1309", "EXECVE",
          "1305", "CONFIG_CHANGE",
          "1123", "USER_CMD",
          "1130", "SERVICE_START",
          "1131", "SERVICE_STOP");

  /** They leave out probes and failures only. */
  private static final Set<String> HARMLESS =
      Set.of("a1!=0", "a1>0", "a2!=0", "a2>0", "success=1", "success=yes", "exit=0");

  private final List<RuleListed> rules;

  private RuleSet(List<RuleListed> rules) {
    this.rules = rules;
  }

  /** Of all files, each in the order of its lines, the files by name as augenrules does. */
  public static RuleSet of(List<Configured> settings) {
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

  /** Of rules in the order in which they are loaded. */
  public static RuleSet ofRules(List<RuleListed> rules) {
    return new RuleSet(List.copyOf(rules));
  }

  private static String path(Configured set) {
    return set.provenance().raw().getFirst().input();
  }

  /** Whether none were given. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Why no system call at all is recorded, if so. */
  public Optional<String> blanket() {
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
   * What is not recorded of a call that sends signals, for people; empty when all of it is. Begins
   * with the name of the call, and is just that when nothing of it is recorded.
   */
  public Optional<String> missing(Width width, SignalCall call) {
    return missing(width, call.syscall(), HARMLESS);
  }

  /**
   * What is not recorded of all calls that send signals, as the object of a sentence: "not tkill,
   * kill where ..."; empty when nothing is missing.
   *
   * @param shown calls that were recorded all the same, and so are not wholly missing
   */
  public Optional<String> unrecorded(Width width, Predicate<SignalCall> shown) {
    List<String> missing = new ArrayList<>();
    Set<String> conditions = new TreeSet<>();
    for (SignalCall call : SignalCall.values()) {
      Optional<String> gap = missing(width, call);
      boolean none = gap.filter(call.syscall()::equals).isPresent();
      if (gap.isPresent() && !(none && shown.test(call))) {
        missing.add(gap.get());
        conditions.add(gap.get().substring(call.syscall().length()));
      }
    }
    boolean alike = missing.size() == SignalCall.values().length && conditions.size() == 1;
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(alike ? all(conditions.iterator().next()) : listed(missing));
  }

  private static String listed(List<String> missing) {
    return "not " + String.join(", ", missing);
  }

  /** The same of all of them: nothing, "but where ..." or "where ...". */
  private static String all(String condition) {
    return (condition.startsWith(" where") ? "not the" : "none of the")
        + " calls that send signals"
        + condition;
  }

  /** Whether a rule that records nothing goes before, so that no other rule behind it helps. */
  public boolean heldBack(Width width) {
    return rules.stream()
        .filter(rule -> !rule.records())
        .anyMatch(
            rule ->
                Arrays.stream(SignalCall.values())
                    .anyMatch(call -> fits(rule, width, call.syscall())));
  }

  /** The same of {@code exit_group} with status 143. */
  public Optional<String> missingExit143(Width width) {
    return missing(width, "exit_group", Set.of("a0=143"));
  }

  /** The same of commands that are run; those that fail need not be recorded. */
  public Optional<String> missingCommands(Width width) {
    return missing(width, "execve", Set.of("success=1", "success=yes", "exit=0"));
  }

  private Optional<String> missing(Width width, String call, Set<String> harmless) {
    List<String> except = new ArrayList<>();
    List<String> only = new ArrayList<>();
    for (RuleListed rule : rules) {
      if (!fits(rule, width, call)) {
        continue;
      }
      List<String> filters =
          rule.filters().stream().filter(filter -> !harmless.contains(plain(filter))).toList();
      String where = String.join(" and ", filters);
      if (!rule.records()) {
        if (rule.filters().isEmpty()) {
          break;
        }
        except.add(where.isEmpty() ? String.join(" and ", rule.filters()) : where);
      } else if (filters.isEmpty()) {
        return except.isEmpty()
            ? Optional.empty()
            : Optional.of(call + " where " + String.join(" or ", except));
      } else {
        only.add(where);
      }
    }
    return Optional.of(only.isEmpty() ? call : call + " but where " + String.join(" or ", only));
  }

  private static boolean fits(RuleListed rule, Width width, String call) {
    boolean named = rule.calls().contains(call) || rule.calls().contains(EVERY);
    return named
        && rule.filters().stream().noneMatch(RuleSet::ofFile)
        && (rule.list().equals("exit") || rule.list().equals("entry"))
        && rule.arch().map(Width::of).orElse(Width.B64) == width;
  }

  /** No call that sends signals or ends a process names a file: such a rule never fits. */
  private static boolean ofFile(String filter) {
    return OF_FILES.stream().anyMatch(filter::startsWith);
  }

  /** auditctl -l prints numbers in hexadecimal. */
  private static String plain(String filter) {
    int at = filter.lastIndexOf("=0x");
    try {
      return at < 0
          ? filter
          : filter.substring(0, at + 1) + Long.parseLong(filter.substring(at + 3), 16);
    } catch (NumberFormatException e) {
      return filter;
    }
  }

  /** The rules, in the order in which the kernel looks at them. */
  public List<RuleListed> rules() {
    return rules;
  }

  /**
   * Types of records that an exclude rule drops though they are needed, such as {@code OBJ_PID}.
   */
  public Set<String> dropped() {
    Set<String> dropped = new TreeSet<>();
    rules.stream()
        .filter(rule -> rule.list().equals("exclude"))
        .flatMap(rule -> rule.filters().stream())
        .filter(filter -> filter.startsWith("msgtype="))
        .map(filter -> filter.substring("msgtype=".length()))
        .map(type -> NUMBERED.getOrDefault(type, type))
        .filter(NUMBERED::containsValue)
        .forEach(dropped::add);
    return dropped;
  }

  /**
   * Whether the kernel records targets at all: it does so only while a rule names kill, tkill or
   * tgkill (the class of signal calls, audit_signal.h).
   */
  public boolean recordsTargets() {
    return rules.stream()
        .filter(rule -> rule.records() && !rule.list().equals("exclude"))
        .anyMatch(rule -> rule.calls().stream().anyMatch(SIGNAL_CLASS::contains));
  }
}
