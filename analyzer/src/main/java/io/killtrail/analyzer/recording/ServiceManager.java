package io.killtrail.analyzer.recording;

import java.util.OptionalInt;

/** What the service manager's version says of how it signals its units. */
public final class ServiceManager {
  /** The first systemd that signals its units by {@code pidfd_send_signal} (pidref_kill). */
  private static final int PIDFD = 255;

  private ServiceManager() {}

  /** Whether it signals by {@code pidfd_send_signal}, or may: of an unknown version. */
  public static boolean maySignalByPidfd(OptionalInt version) {
    return version.orElse(PIDFD) >= PIDFD;
  }

  /** Such as {@code systemd 257}; of an unknown version which ones it could be. */
  public static String named(OptionalInt version) {
    return version.isPresent()
        ? "systemd " + version.getAsInt()
        : "systemd " + PIDFD + " and newer";
  }
}
