package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.BootSeen.Sign;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** When the kernel's audit was heard, by the stamps of its records that became facts. */
final class Heard {
  private final long[] micros;

  /**
   * By what became of the records.
   *
   * @param signals when signals were recorded, in microseconds since 1970
   */
  Heard(HostFacts facts, long[] signals) {
    LongStream other =
        Stream.of(
                facts.exits(),
                facts.processes(),
                facts.settings(),
                facts.units().stream()
                    .filter(change -> change.witness() == UnitChanged.Witness.AUDIT)
                    .toList(),
                facts.boots().stream()
                    .filter(seen -> seen.sign() != Sign.AUDITD_START)
                    .filter(seen -> seen.sign() != Sign.AUDITD_END)
                    .toList())
            .flatMap(List::stream)
            .filter(fact -> fact.provenance().serial().isPresent())
            .mapToLong(Heard::micros);
    this.micros = LongStream.concat(Arrays.stream(signals), other).sorted().toArray();
  }

  private static long micros(Fact fact) {
    return micros(fact.provenance().time());
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** The first record that was stamped after this time. */
  Optional<Instant> after(Instant time) {
    int found = Arrays.binarySearch(micros, micros(time) + 1);
    int next = found >= 0 ? found : -found - 1;
    return next < micros.length
        ? Optional.of(Instant.EPOCH.plus(micros[next], ChronoUnit.MICROS))
        : Optional.empty();
  }
}
