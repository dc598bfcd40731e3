package io.killtrail.analyzer.request;

import io.killtrail.ingest.fact.ProgramName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one command with which the service manager is asked for something: {@code systemctl}, and
 * the scripts that stand in front of it. Other words before the tool than those that run what
 * follows them mean that it is not run, or not here: {@code ssh web02 systemctl stop appd}.
 */
final class RequestCommand {
  /** Programs and words of the shell that run the command that follows them. */
  private static final Set<String> RUNNERS =
      Set.of(
          "sudo", "doas", "pkexec", "su", "runuser", "env", "nohup", "setsid", "nice", "ionice",
          "timeout", "time", "flock", "stdbuf", "exec", "command", "eval", "if", "then", "else",
          "elif", "while", "until", "do", "!", "{", "sh", "bash", "dash", "ash", "zsh", "ksh",
          "busybox", "perl");

  /** Options of those that take a word after them. */
  private static final Set<String> RUNNERS_VALUED =
      Set.of("-u", "-g", "-U", "-p", "-h", "-s", "-k");

  /** Options of systemctl that take a word after them (systemctl(1)); the remote ones apart. */
  private static final Set<String> VALUED =
      Set.of(
          "-t",
          "--type",
          "--state",
          "--job-mode",
          "-p",
          "--property",
          "-P",
          "-n",
          "--lines",
          "-o",
          "--output",
          "--kill-who",
          "--kill-whom",
          "--kill-value",
          "--what",
          "--message",
          "--when");

  /** Options that turn to another host, container or tree. */
  private static final Set<String> ELSEWHERE = Set.of("-H", "--host", "-M", "--machine", "--root");

  /** Scripts whose words are: name, verb. */
  private static final Set<String> NAME_FIRST = Set.of("service", "rc-service", "invoke-rc.d");

  /** Tools whose words are: verb, names. */
  private static final Set<String> VERB_FIRST = Set.of("deb-systemd-invoke", "initctl");

  /** Commands that are the verb themselves. */
  private static final Set<String> SHUTDOWNS = Set.of("reboot", "poweroff", "halt", "shutdown");

  /** Options with which those do something else: cancel, warn, note, explain. */
  private static final Set<String> NO_SHUTDOWN =
      Set.of("-c", "-k", "-w", "--wtmp-only", "--show", "--help", "--version");

  /** These take a runlevel. */
  private static final Set<String> RUNLEVELS = Set.of("init", "telinit");

  private static final String SYSTEMCTL = "systemctl";

  private final List<String> words;
  private final List<String> plain = new ArrayList<>();
  private boolean ofUser;
  private boolean now;
  private boolean elsewhere;
  private Optional<String> signal = Optional.empty();

  private RequestCommand(List<String> words) {
    this.words = words;
  }

  static Optional<ManagerRequest> read(List<String> command) {
    int at = tool(command);
    if (at < 0) {
      return Optional.empty();
    }
    String tool = command.get(at);
    List<String> rest = command.subList(at + 1, command.size());
    if (isInitScript(tool)) {
      return byName(ProgramName.of(tool), rest);
    }
    String base = ProgramName.of(tool);
    if (SHUTDOWNS.contains(base)) {
      return rest.stream().anyMatch(NO_SHUTDOWN::contains) ? Optional.empty() : shutdown();
    }
    if (RUNLEVELS.contains(base)) {
      return rest.contains("0") || rest.contains("6") ? shutdown() : Optional.empty();
    }
    return new RequestCommand(rest).of(base);
  }

  private static Optional<ManagerRequest> shutdown() {
    return Optional.of(
        new ManagerRequest(RequestVerb.SHUTDOWN, List.of(), false, Optional.empty()));
  }

  /** Where the tool stands that is run, or -1. */
  private static int tool(List<String> command) {
    int at = 0;
    boolean run = false;
    while (at < command.size() && !isTool(command.get(at))) {
      String word = command.get(at);
      if (isRunner(word)) {
        run = true;
      } else if (!isAssignment(word) && !(run && passedOver(command, at))) {
        return -1;
      }
      at++;
    }
    return at < command.size() ? at : -1;
  }

  private static boolean isTool(String word) {
    String base = ProgramName.of(word);
    return base.equals(SYSTEMCTL)
        || NAME_FIRST.contains(base)
        || VERB_FIRST.contains(base)
        || SHUTDOWNS.contains(base)
        || RUNLEVELS.contains(base)
        || isInitScript(word);
  }

  private static boolean isInitScript(String word) {
    return word.startsWith("/etc/") && (word.contains("/init.d/") || word.contains("/rc.d/"));
  }

  private static boolean isRunner(String word) {
    String base = ProgramName.of(word);
    return RUNNERS.contains(base) || base.startsWith("python");
  }

  private static boolean isAssignment(String word) {
    return word.indexOf('=') > 0 && !word.startsWith("-");
  }

  /** What stands between a runner and its command: options and their values, times, lock files. */
  private static boolean passedOver(List<String> command, int at) {
    String word = command.get(at);
    boolean value = RUNNERS_VALUED.contains(command.get(at - 1));
    boolean user = Set.of("su", "-", "-l").contains(ProgramName.of(command.get(at - 1)));
    return value
        || user
        || word.startsWith("-")
        || word.startsWith("/run/lock")
        || word.startsWith("/var/lock")
        || Character.isDigit(word.charAt(0));
  }

  private Optional<ManagerRequest> of(String tool) {
    for (int at = 0; at < words.size(); at++) {
      at = word(at);
    }
    if (plain.isEmpty() || elsewhere) {
      return Optional.empty();
    }
    String first = plain.getFirst();
    List<String> rest = plain.subList(1, plain.size());
    if (NAME_FIRST.contains(tool)) {
      return byName(first, rest);
    }
    Optional<RequestVerb> verb = RequestVerb.of(first);
    return (now && verb.isEmpty() ? RequestVerb.now(first) : verb)
        .map(known -> new ManagerRequest(known, rest, ofUser, signal));
  }

  /** Takes a word, and its value if it is an option that has one; answers where that ended. */
  private int word(int at) {
    String word = words.get(at);
    if (!word.startsWith("-")) {
      plain.add(word);
      return at;
    }
    int sign = word.indexOf('=');
    String option = sign < 0 ? word : word.substring(0, sign);
    elsewhere |= ELSEWHERE.contains(option) || word.startsWith("-H") || word.startsWith("-M");
    ofUser |= option.equals("--user");
    now |= option.equals("--now");
    if (option.equals("--signal") || option.equals("-s")) {
      int value = sign < 0 ? at + 1 : at;
      signal = value < words.size() ? Optional.of(words.get(value).substring(sign + 1)) : signal;
      return value;
    }
    if (word.startsWith("-s")) {
      signal = Optional.of(word.substring(2));
    }
    return sign < 0 && VALUED.contains(option) ? at + 1 : at;
  }

  private static Optional<ManagerRequest> byName(String name, List<String> rest) {
    return rest.stream()
        .findFirst()
        .flatMap(RequestVerb::of)
        .map(verb -> new ManagerRequest(verb, List.of(name), false, Optional.empty()));
  }
}
