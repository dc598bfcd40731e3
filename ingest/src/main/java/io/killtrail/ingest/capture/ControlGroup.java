package io.killtrail.ingest.capture;

import io.killtrail.ingest.journal.UnitName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringTokenizer;

/** Reads {@code /proc/PID/cgroup} (cgroups(7)), in which systemd puts each unit. */
final class ControlGroup {
  /** Of the first version the hierarchy that systemd keeps, of the second the only one. */
  private static final String NAMED = ":name=systemd:";

  private static final String UNIFIED = "0::";
  private static final String SLICE = ".slice";

  private ControlGroup() {}

  /** The unit of the system manager; below it a unit may have groups, and managers, of its own. */
  static Optional<String> unit(ProcFile file) {
    String text = new String(file.bytes(), 0, file.length(), StandardCharsets.UTF_8);
    int named = text.indexOf(NAMED);
    if (named >= 0) {
      return unit(path(text, named + NAMED.length()));
    }
    return text.startsWith(UNIFIED) ? unit(path(text, UNIFIED.length())) : Optional.empty();
  }

  private static String path(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  private static Optional<String> unit(String path) {
    StringTokenizer parts = new StringTokenizer(path, "/");
    while (parts.hasMoreTokens()) {
      // systemd puts _ in front of names that the kernel would take for files of its own.
      String part = parts.nextToken();
      String name = part.startsWith("_") ? part.substring(1) : part;
      if (!name.endsWith(SLICE)) {
        return UnitName.of(name);
      }
    }
    return Optional.empty();
  }
}
