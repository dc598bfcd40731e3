package io.killtrail.ingest.fact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A signal system call: one audit event of the kill family, or what its receiver tells of it.
 *
 * @param call the system call; empty when the SYSCALL record is missing, or there is none
 * @param arch architecture of the call as audit names it ({@code x86_64}, {@code i386}…); empty
 *     when unknown
 * @param addressed whom the caller meant
 * @param signal signal number, 0 for a probe; empty when the SYSCALL record is missing or cut
 * @param errno 0 when the call succeeded, else the positive error number (3 ESRCH, 1 EPERM); empty
 *     when the record does not say
 * @param sender the calling process
 * @param targets every OBJ_PID of the event, in the order of the records; the first-signalled is
 *     last (kernel {@code audit_log_exit})
 * @param key the rule's key; several keys are separated by commas
 */
public record SignalSent(
    Provenance provenance,
    Optional<SignalCall> call,
    Optional<String> arch,
    Addressed addressed,
    OptionalInt signal,
    OptionalInt errno,
    Actor sender,
    List<SignalTarget> targets,
    Optional<String> key)
    implements Fact {
  public SignalSent {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(call);
    Objects.requireNonNull(arch);
    Objects.requireNonNull(addressed);
    Objects.requireNonNull(signal);
    Objects.requireNonNull(errno);
    Objects.requireNonNull(sender);
    targets = List.copyOf(targets);
    Objects.requireNonNull(key);
  }

  /**
   * Whether the process that got the signal told of it, or who traced it, rather than a record of
   * the call. Then sender, signal and target are known, and nothing else.
   */
  public boolean told() {
    return call.isEmpty() && signal.isPresent();
  }

  /** Whether the kernel reported success; a group or broadcast succeeds when one target took it. */
  public boolean succeeded() {
    return errno.isPresent() && errno.getAsInt() == 0;
  }

  /** Whether the service manager sent it: process 1. */
  public boolean byManager() {
    return sender.pid().orElse(-1) == 1;
  }
}
