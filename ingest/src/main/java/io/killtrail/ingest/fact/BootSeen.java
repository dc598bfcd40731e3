package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign of a boot: that it began, ran, or ended.
 *
 * @param sign what was seen
 * @param started when the kernel started, where the evidence gives it (journal: realtime less
 *     monotonic time; snapshot: start of pid 1)
 */
public record BootSeen(Provenance provenance, Sign sign, Optional<Instant> started)
    implements Fact {

  /** The kinds of sign. */
  public enum Sign {
    /** The first entry of a boot in a journal; the provenance names the boot. */
    JOURNAL_FIRST,
    /** The last entry of a boot in a journal. */
    JOURNAL_LAST,
    /** A snapshot was taken in this boot. */
    SNAPSHOT,
    /** Audit SYSTEM_BOOT. */
    SYSTEM_BOOT,
    /** Audit SYSTEM_SHUTDOWN. */
    SYSTEM_SHUTDOWN,
    /** Audit DAEMON_START: auditd came up, not always a boot. */
    AUDITD_START,
    /** Audit DAEMON_END. */
    AUDITD_END,
    /** The first record after the kernel's audit serials began anew. */
    SERIAL_RESET,
    /** A reboot, power-off or halt was asked for or began. */
    SHUTDOWN_BEGUN
  }

  public BootSeen {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(sign);
    Objects.requireNonNull(started);
  }
}
