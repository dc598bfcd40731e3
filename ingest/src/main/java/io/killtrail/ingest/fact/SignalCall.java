package io.killtrail.ingest.fact;

import java.util.Locale;

/** The system calls that send a signal. */
public enum SignalCall {
  KILL,
  TKILL,
  TGKILL,
  RT_SIGQUEUEINFO,
  RT_TGSIGQUEUEINFO,
  PIDFD_SEND_SIGNAL;

  /** Its name as the kernel has it, such as {@code rt_sigqueueinfo}. */
  public String syscall() {
    return name().toLowerCase(Locale.ROOT);
  }
}
