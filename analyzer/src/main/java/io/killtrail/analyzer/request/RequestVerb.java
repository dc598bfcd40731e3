package io.killtrail.analyzer.request;

import java.util.Optional;

/**
 * What can be asked of the service manager that ends processes, or may end those of other units.
 */
public enum RequestVerb {
  STOP,
  RESTART,
  KILL,
  /** Ends what conflicts with it. */
  START,
  /** Ends all that the target does not need. */
  ISOLATE,
  /** Ends all. */
  SHUTDOWN;

  /** The verb that a word of systemctl's or of an init script's means. */
  public static Optional<RequestVerb> of(String word) {
    return switch (word) {
      case "stop" -> Optional.of(STOP);
      case "restart",
          "try-restart",
          "condrestart",
          "reload-or-restart",
          "try-reload-or-restart",
          "reload-or-try-restart",
          "force-reload" ->
          Optional.of(RESTART);
      case "kill" -> Optional.of(KILL);
      case "start" -> Optional.of(START);
      case "isolate", "rescue", "emergency", "default" -> Optional.of(ISOLATE);
      case "reboot", "poweroff", "halt", "kexec", "soft-reboot" -> Optional.of(SHUTDOWN);
      default -> Optional.empty();
    };
  }

  /** The verb that such a word means together with {@code --now}. */
  static Optional<RequestVerb> now(String word) {
    return switch (word) {
      case "disable", "mask" -> Optional.of(STOP);
      case "enable", "reenable", "unmask" -> Optional.of(START);
      default -> Optional.empty();
    };
  }
}
