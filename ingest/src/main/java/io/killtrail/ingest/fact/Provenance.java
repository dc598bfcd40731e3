package io.killtrail.ingest.fact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a fact comes from.
 *
 * @param id stable id of the fact
 * @param time when it happened by the source's own stamp. For audit that is the syscall's entry on
 *     a coarse clock. For forms that are not {@link SourceForm#dated} it is the local time read
 *     with the assumed year and zone of the input.
 * @param form how it reached us
 * @param node the host as the evidence names it ({@code node=}, {@code _HOSTNAME}, a host column),
 *     or the one given with {@code --host}
 * @param bootId the boot as the evidence names it: 32 lower-case hex digits (journal, snapshots)
 * @param serial audit serial, unique within a boot
 * @param raw the records that say so, in the order of the input; never empty
 */
public record Provenance(
    FactId id,
    Instant time,
    SourceForm form,
    Optional<String> node,
    Optional<String> bootId,
    OptionalLong serial,
    List<RawRecord> raw) {
  public Provenance {
    Objects.requireNonNull(id);
    Objects.requireNonNull(time);
    Objects.requireNonNull(form);
    Objects.requireNonNull(node);
    Objects.requireNonNull(bootId);
    Objects.requireNonNull(serial);
    raw = List.copyOf(raw);
  }

  /** Whether the stamp may be cut to the second, as texts without a fraction have it. */
  public boolean cutToSecond() {
    return !form.dated() && time.equals(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
