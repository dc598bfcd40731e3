package io.killtrail.ingest.fact;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A process ended, or asked to end.
 *
 * @param witness who says so
 * @param pid the process, where the record names it: systemd's exit lines do not
 * @param comm its command name; from exit_group it is the calling thread's
 * @param exe its executable
 * @param unit the unit it belonged to, such as {@code appd.service}
 * @param how the way it ended; empty when unknown
 * @param status exit status for {@link How#EXITED}, signal number for the others
 */
public record ProcessExited(
    Provenance provenance,
    Witness witness,
    OptionalInt pid,
    Optional<String> comm,
    Optional<String> exe,
    Optional<String> unit,
    Optional<How> how,
    OptionalInt status)
    implements Fact {

  /** As waitid(2) tells it. */
  public enum How {
    EXITED,
    KILLED,
    DUMPED
  }

  /** The kind of record that told of the exit. */
  public enum Witness {
    /** systemd: "Main process exited". */
    MANAGER_MAIN,
    /** systemd: "Control process exited", and mount, swap, condition checks. */
    MANAGER_CONTROL,
    /**
     * An exit_group or exit system call with its status; it tells the intent, the process then
     * ends.
     */
    EXIT_CALL,
    /** Audit ANOM_ABEND: ended by a signal that dumps core. */
    ABEND,
    /** Kernel: "Out of memory: Killed process". */
    KERNEL_OOM,
    /** systemd-coredump. */
    COREDUMP,
    /** strace: how a traced process ended. */
    TRACER
  }

  public ProcessExited {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(witness);
    Objects.requireNonNull(pid);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(exe);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(how);
    Objects.requireNonNull(status);
  }
}
