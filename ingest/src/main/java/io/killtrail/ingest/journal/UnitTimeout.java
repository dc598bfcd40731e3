package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.UnitChanged.TimedOut;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines with which the service manager says that a limit ran out, in the spellings of v183 to
 * v257: {@code U operation timed out.}, {@code U stop-sigterm timed out.}, {@code U: State
 * 'stop-sigterm' timed out.}, {@code U: Service reached runtime time limit.}, {@code U: Watchdog
 * timeout (limit 3s)!}
 */
final class UnitTimeout {
  private static final String TIMED_OUT = " timed out";
  private static final String RUNTIME = " reached runtime time limit.";
  private static final String WATCHDOG = "watchdog timeout";
  private static final String LIMIT = " (limit ";

  private UnitTimeout() {}

  static Optional<TimedOut> read(UnitLine line) {
    if (line.unit().isEmpty()) {
      return Optional.empty();
    }
    String rest = line.rest();
    int timedOut = rest.indexOf(TIMED_OUT);
    if (timedOut > 0) {
      return stateLimit(line, timedOut);
    }
    int runtime = rest.indexOf(RUNTIME);
    if (runtime > 0) {
      return told("runtime", action(rest, runtime + RUNTIME.length()));
    }
    return rest.startsWith(WATCHDOG)
        ? Optional.of(new TimedOut("watchdog", Optional.empty(), limit(rest)))
        : Optional.empty();
  }

  private static Optional<TimedOut> stateLimit(UnitLine line, int timedOut) {
    String rest = line.rest();
    int after = timedOut + TIMED_OUT.length();
    boolean second = rest.startsWith(" (2)", after);
    int dot = second ? after + 4 : after;
    String state = state(rest.substring(0, timedOut));
    if (state.isEmpty() || !rest.startsWith(".", dot)) {
      return Optional.empty();
    }
    Optional<String> action = action(rest, dot + 1);
    if (state.equals("stopping")
        && line.unit().filter(unit -> unit.endsWith(".scope")).isPresent()) {
      return told("stop-sigterm", action); // a scope has no ExecStop=
    }
    boolean terse = state.equals("stopping") && !line.colon();
    return told(terse ? stopping(action, second) : state, action);
  }

  /** The state in lower-case words; blank when these are no words for a state. */
  private static String state(String words) {
    String state = words.toLowerCase(Locale.ROOT);
    if (state.startsWith("state '") && state.endsWith("'")) {
      state = state.substring(7, state.length() - 1);
    } else if (state.endsWith(" operation")) {
      state = state.substring(0, state.length() - " operation".length());
    }
    return switch (state) {
      // Up to v208 one wording served for start-pre, start, start-post and reload.
      case "operation" -> "start";
      case "stop-final-sigterm" -> "final-sigterm";
      default -> state.indexOf(' ') < 0 ? state : "";
    };
  }

  /**
   * Up to v208 one wording served for four states, told apart by what the manager did next; later
   * lines without a colon (v209 to v219) say so only of ExecStop.
   */
  private static String stopping(Optional<String> action, boolean second) {
    boolean terminating = action.filter("Terminating"::equals).isPresent();
    if (second) {
      return terminating ? "stop-post" : "final-sigterm";
    }
    return terminating ? "stopping" : "stop-sigterm";
  }

  private static Optional<TimedOut> told(String state, Optional<String> action) {
    return Optional.of(new TimedOut(state, action, Optional.empty()));
  }

  /** The first sentence after the time-out. */
  private static Optional<String> action(String rest, int from) {
    int dot = rest.indexOf('.', from);
    String words = rest.substring(Math.min(from, rest.length()), Math.max(dot, from)).strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static Optional<Duration> limit(String rest) {
    int end = rest.indexOf(")!");
    return rest.startsWith(LIMIT, WATCHDOG.length()) && end > 0
        ? TimeSpan.parse(rest.substring(WATCHDOG.length() + LIMIT.length(), end))
        : Optional.empty();
  }
}
