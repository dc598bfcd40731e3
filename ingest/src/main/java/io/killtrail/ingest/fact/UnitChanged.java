package io.killtrail.ingest.fact;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The service manager said something about a unit.
 *
 * @param unit unit name such as {@code appd.service}; empty when the line gives the description
 *     only ({@code Stopping TEST-2...})
 * @param description the unit's Description=, where the line gives it
 * @param invocation INVOCATION_ID (systemd v232 and later)
 * @param witness who says so
 * @param change what happened
 */
public record UnitChanged(
    Provenance provenance,
    Optional<String> unit,
    Optional<String> description,
    Optional<String> invocation,
    Witness witness,
    Change change)
    implements Fact {

  /** Which manager speaks, and by which road. */
  public enum Witness {
    SYSTEM_MANAGER,
    /** {@code systemd --user}. */
    USER_MANAGER,
    /** Audit SERVICE_START / SERVICE_STOP: that, not who. */
    AUDIT
  }

  /** What happened to the unit. */
  public sealed interface Change {}

  /** A start job began. */
  public record Starting() implements Change {}

  /** The unit is up, or a oneshot has finished. */
  public record Started() implements Change {}

  /**
   * A stop job, or a restart job's stop half, began.
   *
   * @param jobType JOB_TYPE of the journal: stop, restart, try-restart; empty for text forms
   */
  public record Stopping(Optional<String> jobType) implements Change {}

  /**
   * The stop job ended.
   *
   * @param jobResult JOB_RESULT of the journal (done, timeout…)
   */
  public record Stopped(Optional<String> jobResult) implements Change {}

  /**
   * The unit became inactive without failure: {@code Succeeded.}, {@code Deactivated successfully.}
   */
  public record Deactivated() implements Change {}

  /**
   * The unit entered the failed state.
   *
   * @param result exit-code, signal, core-dump, timeout, watchdog, oom-kill, start-limit-hit…;
   *     empty for {@code Unit U entered failed state.} of systemd up to v234
   */
  public record Failed(Optional<String> result) implements Change {}

  /** A restart was scheduled; the counter since v235. */
  public record RestartScheduled(OptionalInt counter) implements Change {}

  /**
   * A time limit ran out.
   *
   * @param state what was limited, in systemd's words: {@code stopping}, {@code stop-sigterm},
   *     {@code stop-post}, {@code start}, {@code start-pre}, {@code runtime}, {@code watchdog}…
   * @param action what the manager did then, in its words: {@code Terminating}, {@code Killing},
   *     {@code Aborting}, {@code Stopping}, {@code Skipping SIGKILL}; empty for the watchdog
   * @param limit the limit, where the line gives it
   */
  public record TimedOut(String state, Optional<String> action, Optional<Duration> limit)
      implements Change {}

  /**
   * {@code Sent signal SIGTERM to main process 638 (queue-runner) on client request.} (v247 and
   * later)
   */
  public record ClientSignal(int signal, OptionalInt pid, Optional<String> comm)
      implements Change {}

  /** {@code Killing process 573 (stubbornd) with signal SIGKILL.} (v231 and later) */
  public record ManagerSignal(int signal, OptionalInt pid, Optional<String> comm)
      implements Change {}

  /** A process stayed behind or was found left over; {@code starting} tells at which end. */
  public record LeftOver(boolean starting, OptionalInt pid, Optional<String> comm)
      implements Change {}

  /** Kernel or systemd-oomd killed a process of the unit for memory. */
  public record OutOfMemory() implements Change {}

  /** The manager took this process for the unit's main process. */
  public record MainProcess(int pid) implements Change {}

  /**
   * A client asked the manager for something, and was let: nothing has changed yet.
   *
   * @param verb {@code stop} or {@code kill}
   * @param client who asked; seldom with a process id
   */
  public record Requested(String verb, Actor client) implements Change {}

  public UnitChanged {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(description);
    Objects.requireNonNull(invocation);
    Objects.requireNonNull(witness);
    Objects.requireNonNull(change);
  }
}
