package io.killtrail.analyzer.rule;

import java.util.List;
import java.util.Optional;

/**
 * What a command asks of the service manager.
 *
 * @param units the names as they were given: with or without type, or shell patterns
 * @param ofUser whether it asks the user's own manager
 * @param signal signal that a kill is to send, as it was given
 */
record ManagerRequest(
    RequestVerb verb, List<String> units, boolean ofUser, Optional<String> signal) {
  private static final String SERVICE = ".service";

  ManagerRequest {
    units = List.copyOf(units);
  }

  /** What the commands of a command line ask, in order. */
  static List<ManagerRequest> in(String commandLine) {
    return SimpleCommands.of(commandLine).stream()
        .map(RequestCommand::read)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether it is asked of this unit, by name or by a pattern that the name fits. */
  boolean names(String unit) {
    return units.stream().anyMatch(name -> fits(name, unit));
  }

  /** systemctl takes a name without type for a service's, but leaves patterns as they are. */
  private static boolean fits(String name, String unit) {
    return name.equals(unit)
        || unit.equals(name + SERVICE)
        || name.equals(unit + SERVICE)
        || (isPattern(name) && Pattern.matches(name, unit));
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  /** A shell pattern with {@code *}, {@code ?} and {@code [abc]}. */
  private record Pattern(String pattern, String text) {
    static boolean matches(String pattern, String text) {
      return new Pattern(pattern, text).from(0, 0);
    }

    private boolean from(int p, int t) {
      if (p == pattern.length()) {
        return t == text.length();
      }
      return switch (pattern.charAt(p)) {
        case '*' -> from(p + 1, t) || (t < text.length() && from(p, t + 1));
        case '?' -> t < text.length() && from(p + 1, t + 1);
        case '[' -> oneOf(p, t);
        default -> t < text.length() && pattern.charAt(p) == text.charAt(t) && from(p + 1, t + 1);
      };
    }

    private boolean oneOf(int p, int t) {
      int end = pattern.indexOf(']', p);
      return end > 0
          && t < text.length()
          && inSet(p + 1, end, text.charAt(t))
          && from(end + 1, t + 1);
    }

    private boolean inSet(int from, int end, char letter) {
      for (int i = from; i < end; i++) {
        boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
        if (range && pattern.charAt(i) <= letter && letter <= pattern.charAt(i + 2)) {
          return true;
        }
        if (pattern.charAt(i) == letter) {
          return true;
        }
      }
      return false;
    }
  }
}
