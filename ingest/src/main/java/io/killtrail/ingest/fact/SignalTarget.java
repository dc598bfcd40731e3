package io.killtrail.ingest.fact;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One OBJ_PID record: a process that the kernel <em>considered</em> as target, written before the
 * permission check (kernel {@code check_kill_permission}), so it need not have been signalled.
 *
 * @param opid process id (tgid in the initial PID namespace), whatever number was addressed
 * @param ocomm command name of the addressed <em>thread</em>, at most 15 bytes
 * @param oauid login uid; empty when unset
 * @param ouid real uid
 * @param oses audit session; empty when unset
 * @param obj security label
 */
public record SignalTarget(
    int opid,
    Optional<String> ocomm,
    Optional<UserId> oauid,
    Optional<UserId> ouid,
    OptionalLong oses,
    Optional<String> obj) {
  public SignalTarget {
    Objects.requireNonNull(ocomm);
    Objects.requireNonNull(oauid);
    Objects.requireNonNull(ouid);
    Objects.requireNonNull(oses);
    Objects.requireNonNull(obj);
  }

  /** A target of which only the number is known. */
  public static SignalTarget of(int opid) {
    return new SignalTarget(
        opid,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
