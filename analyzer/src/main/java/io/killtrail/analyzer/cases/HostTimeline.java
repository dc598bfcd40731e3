package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What of one host was watched when, and how much was seen: small, however large the evidence.
 *
 * @param host empty when no evidence names it
 * @param boots in order; those of which nothing was seen are left out
 * @param watches one for each source
 */
public record HostTimeline(
    Optional<String> host, List<BootSpan> boots, SignalTimes signals, List<Watch> watches) {
  public HostTimeline {
    Objects.requireNonNull(host);
    boots = List.copyOf(boots);
    Objects.requireNonNull(signals);
    watches = List.copyOf(watches);
  }

  /** The part of it in this time. */
  public HostTimeline within(Optional<Instant> since, Optional<Instant> until) {
    return new HostTimeline(
        host,
        boots.stream()
            .flatMap(
                boot ->
                    boot.seen().within(since, until).stream()
                        .map(part -> new BootSpan(boot.id(), part, boot.orderly())))
            .toList(),
        signals.within(since, until),
        watches.stream().map(watch -> watch.within(since, until)).toList());
  }
}
