package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.SignalCall;
import java.util.Locale;
import java.util.Optional;

/** The system calls that facts are made of. */
enum Syscall {
  KILL(SignalCall.KILL),
  TKILL(SignalCall.TKILL),
  TGKILL(SignalCall.TGKILL),
  RT_SIGQUEUEINFO(SignalCall.RT_SIGQUEUEINFO),
  RT_TGSIGQUEUEINFO(SignalCall.RT_TGSIGQUEUEINFO),
  PIDFD_SEND_SIGNAL(SignalCall.PIDFD_SEND_SIGNAL),
  FORK,
  VFORK,
  CLONE,
  CLONE3,
  EXECVE,
  EXECVEAT,
  EXIT,
  EXIT_GROUP,
  OPEN,
  OPENAT,
  CREAT,
  /** One that was told and is none of the above. */
  OTHER,
  /** The record does not tell, or not so that we know: missing, cut, of a foreign architecture. */
  UNKNOWN;

  private final Optional<SignalCall> signal;

  Syscall() {
    this.signal = Optional.empty();
  }

  Syscall(SignalCall signal) {
    this.signal = Optional.of(signal);
  }

  /** The same, if it sends a signal. */
  Optional<SignalCall> signal() {
    return signal;
  }

  /** By the name that auditd resolved on the host, such as {@code kill}. */
  static Syscall named(String name) {
    for (Syscall call : values()) {
      if (call.name().toLowerCase(Locale.ROOT).equals(name)) {
        return call;
      }
    }
    return name.startsWith("unknown") ? UNKNOWN : OTHER;
  }
}
