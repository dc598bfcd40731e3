package io.killtrail.analyzer.cases;

import java.util.Locale;

/**
 * Why a process ended, in order of precedence: where several fit, the first that the evidence
 * supports.
 */
public enum Cause {
  /** The sender acted on a number that no longer named its process. */
  STALE_PID_FILE,
  /** {@code systemctl kill}. */
  MANAGER_KILL,
  /** The manager ended it for TimeoutStartSec, WatchdogSec or RuntimeMaxSec. */
  MANAGER_LIMIT,
  /** Reboot or power-off. */
  SHUTDOWN,
  /** The manager escalated after TimeoutStopSec. */
  STOP_TIMEOUT,
  /** The manager, within a stop or restart job. */
  UNIT_STOP,
  /** A person's login session. */
  USER,
  /** An ancestor of the victim other than the manager. */
  SUPERVISOR,
  /** The PID file named the victim rightly. */
  VALID_PID_FILE,
  /** The process signalled itself of its own accord. */
  SELF,
  /** Any other sender. */
  OTHER_PROCESS,
  /** No user-space sender, and the evidence shows it. */
  KERNEL,
  /** It left by itself. */
  OWN_EXIT,
  /** Not decidable. */
  UNKNOWN;

  /** The word of the contract, such as {@code stale-pid-file}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
