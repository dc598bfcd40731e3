package io.killtrail.analyzer.history;

import java.util.List;

/** Where a PID file lies. */
public final class PidFilePath {
  /** Emptied at boot: memory file systems, and by the boot scripts before them (FHS 3.15, 5.13). */
  private static final List<String> CLEARED = List.of("/run/", "/dev/shm/");

  private static final String OLD_RUN = "/var/run/";

  private PidFilePath() {}

  /** The same for all names of one place: /var/run is a link to /run where both are there. */
  public static String place(String path) {
    return path.startsWith(OLD_RUN) ? path.substring("/var".length()) : path;
  }

  /** Whether no file in this place outlives its boot. */
  public static boolean clearedAtBoot(String path) {
    return CLEARED.stream().anyMatch(place(path)::startsWith);
  }
}
