package io.killtrail.ingest.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one host. Paths are those of the host, without a slash before. */
public interface HostView {
  /** Where it is, for people; empty for this host. */
  Optional<String> saved();

  /** The first MiB of a file. */
  Sight<String> file(String path);

  /** Names of what lies in a directory, sorted. */
  Sight<List<String>> names(String directory);

  /** What {@code auditctl -s} prints. */
  Sight<String> auditStatus();

  /** What {@code auditctl -l} prints. */
  Sight<String> auditRules();

  /**
   * Properties of a unit as {@code systemctl show} has them: LoadState, ActiveState, UnitFileState,
   * Result. A unit that the manager does not know is {@code Missing}.
   */
  Sight<Map<String, String>> unit(String name);

  /** The major version of systemd. */
  Sight<Integer> managerVersion();

  /** The machine as {@code uname -m} has it. */
  Sight<String> machine();

  /** Bytes that are free where this path lies. */
  Sight<Long> freeBytes(String path);

  /** How its clock is kept. */
  Sight<ClockState> clock();

  /** Processes that started before this one: their calls may never be recorded. */
  Sight<OlderProcesses> olderThan(long pid);

  /** How a clock is kept. */
  enum ClockState {
    SYNCHRONISED,
    /** A service for it runs; whether it has succeeded was not seen. */
    SERVED,
    UNSYNCHRONISED
  }

  /**
   * Processes that are older than another one, kernel threads left out.
   *
   * @param names of some of them; hostile
   * @param manager whether process 1 is among them
   */
  record OlderProcesses(int count, List<String> names, boolean manager) {
    public OlderProcesses {
      names = List.copyOf(names);
    }
  }
}
