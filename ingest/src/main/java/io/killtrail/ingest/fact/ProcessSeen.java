package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A process was alive at the provenance's time and looked like this.
 *
 * @param by how it was seen
 * @param process what is known of it; its pid is always there
 * @param started when it was started, where known
 * @param unit the unit whose cgroup it was in
 * @param namespacePids its ids in nested PID namespaces (NSpid of /proc), outermost first, without
 *     the initial one
 */
public record ProcessSeen(
    Provenance provenance,
    By by,
    Actor process,
    Optional<Instant> started,
    Optional<String> unit,
    List<Integer> namespacePids)
    implements Fact {

  /** How a process came to be seen. */
  public enum By {
    /** A row of a snapshot. */
    SNAPSHOT,
    /** It called execve or execveat with success: exe and command are new from here on. */
    EXEC,
    /** Its parent's fork, vfork or clone returned its id. */
    FORK,
    /** It made some other recorded system call. */
    CALL,
    /** It wrote to the journal, or the service manager names it there. */
    JOURNAL,
    /** A user-space audit record names it: USER_CMD and the like; command is what was asked for. */
    USER_RECORD
  }

  public ProcessSeen {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(by);
    Objects.requireNonNull(started);
    Objects.requireNonNull(unit);
    namespacePids = List.copyOf(namespacePids);
    if (process.pid().isEmpty()) {
      throw new IllegalArgumentException("a sighting without a pid: " + provenance.id());
    }
  }

  /** The process id. */
  public int pid() {
    return process.pid().getAsInt();
  }
}
