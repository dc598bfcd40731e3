package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalCall;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A signal system call by its numbers (kernel arch/x86/entry/syscalls).
 *
 * @param arch as in {@link io.killtrail.ingest.fact.SignalSent#arch}
 */
record AuditCall(SignalCall call, String arch) {

  /** The call that a SYSCALL record tells, if it sends a signal on x86. */
  static Optional<AuditCall> of(AuditFields fields) {
    OptionalInt number = fields.integer("syscall");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return switch (fields.raw("arch").orElse("")) {
      case "c000003e" -> x86Bit64(number.getAsInt()).map(call -> new AuditCall(call, "x86_64"));
      case "40000003" -> i386(number.getAsInt()).map(call -> new AuditCall(call, "i386"));
      default -> Optional.empty();
    };
  }

  private static Optional<SignalCall> x86Bit64(int number) {
    return switch (number) {
      case 62 -> Optional.of(SignalCall.KILL);
      case 129 -> Optional.of(SignalCall.RT_SIGQUEUEINFO);
      case 200 -> Optional.of(SignalCall.TKILL);
      case 234 -> Optional.of(SignalCall.TGKILL);
      case 297 -> Optional.of(SignalCall.RT_TGSIGQUEUEINFO);
      case 424 -> Optional.of(SignalCall.PIDFD_SEND_SIGNAL);
      default -> Optional.empty();
    };
  }

  private static Optional<SignalCall> i386(int number) {
    return switch (number) {
      case 37 -> Optional.of(SignalCall.KILL);
      case 178 -> Optional.of(SignalCall.RT_SIGQUEUEINFO);
      case 238 -> Optional.of(SignalCall.TKILL);
      case 270 -> Optional.of(SignalCall.TGKILL);
      case 335 -> Optional.of(SignalCall.RT_TGSIGQUEUEINFO);
      case 424 -> Optional.of(SignalCall.PIDFD_SEND_SIGNAL);
      default -> Optional.empty();
    };
  }

  OptionalInt signal(AuditFields fields) {
    return switch (call) {
      case KILL, TKILL, RT_SIGQUEUEINFO, PIDFD_SEND_SIGNAL -> fields.register("a1");
      case TGKILL, RT_TGSIGQUEUEINFO -> fields.register("a2");
    };
  }

  Addressed addressed(AuditFields fields) {
    OptionalInt first = fields.register("a0");
    OptionalInt second = fields.register("a1");
    if (first.isEmpty() || second.isEmpty()) {
      return new Addressed.Unknown();
    }
    int number = first.getAsInt();
    return switch (call) {
      case KILL -> byKill(number);
      case RT_SIGQUEUEINFO -> number > 0 ? new Addressed.Task(number) : new Addressed.Unknown();
      case TKILL -> new Addressed.ThreadOf(number, number);
      case TGKILL, RT_TGSIGQUEUEINFO -> new Addressed.ThreadOf(number, second.getAsInt());
      case PIDFD_SEND_SIGNAL -> new Addressed.Pidfd(number);
    };
  }

  private static Addressed byKill(int number) {
    if (number > 0) {
      return new Addressed.Task(number);
    }
    return switch (number) {
      case 0 -> new Addressed.OwnGroup();
      case -1 -> new Addressed.Broadcast();
      // The kernel refuses it (ESRCH): it has no positive counterpart.
      case Integer.MIN_VALUE -> new Addressed.Unknown();
      default -> new Addressed.Group(-number);
    };
  }
}
