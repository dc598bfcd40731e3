package io.killtrail.ingest.journal;

import java.util.Optional;

/** Paths of control groups, in which systemd puts each unit. */
final class Cgroup {
  private Cgroup() {}

  /** The unit that a path ends with, such as {@code /system.slice/app.service}. */
  static Optional<String> unit(String path) {
    return UnitName.of(path.substring(path.lastIndexOf('/') + 1));
  }
}
