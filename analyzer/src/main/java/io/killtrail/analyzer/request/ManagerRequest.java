package io.killtrail.analyzer.request;

import java.util.List;
import java.util.Optional;

/**
 * What a command asks of the service manager.
 *
 * @param units the names as they were given: with or without type, or shell patterns
 * @param ofUser whether it asks the user's own manager
 * @param signal signal that a kill is to send, as it was given
 */
public record ManagerRequest(
    RequestVerb verb, List<String> units, boolean ofUser, Optional<String> signal) {
  private static final String SERVICE = ".service";

  public ManagerRequest {
    units = List.copyOf(units);
  }

  /** What the commands of a command line ask, in order. */
  public static List<ManagerRequest> in(String commandLine) {
    return SimpleCommands.of(commandLine).stream()
        .map(RequestCommand::read)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether it is asked of this unit, by name or by a pattern that the name fits. */
  public boolean names(String unit) {
    return units.stream().anyMatch(name -> fits(name, unit));
  }

  /** systemctl takes a name without type for a service's, but leaves patterns as they are. */
  private static boolean fits(String name, String unit) {
    return name.equals(unit)
        || unit.equals(name + SERVICE)
        || name.equals(unit + SERVICE)
        || (ShellPattern.is(name) && ShellPattern.matches(name, unit));
  }
}
