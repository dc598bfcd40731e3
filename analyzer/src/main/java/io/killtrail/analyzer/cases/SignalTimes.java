package io.killtrail.analyzer.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many signal calls were recorded when: counts for stretches of equal length, since the calls
 * themselves can be millions.
 *
 * @param width the length of a stretch; they begin at multiples of it since 1970
 * @param calls by the begin of their stretch and by signal number; 0 is the probe
 */
public record SignalTimes(Duration width, Map<Instant, Map<Integer, Long>> calls) {
  /** No call at all. */
  public static final SignalTimes NONE = new SignalTimes(Duration.ofSeconds(1), Map.of());

  public SignalTimes {
    Objects.requireNonNull(width);
    Map<Instant, Map<Integer, Long>> sorted = new TreeMap<>();
    calls.forEach(
        (begin, bySignal) ->
            sorted.put(begin, Collections.unmodifiableMap(new TreeMap<>(bySignal))));
    calls = Collections.unmodifiableMap(sorted);
  }

  /** The stretches that have any time in common with that period. */
  SignalTimes within(Optional<Instant> since, Optional<Instant> until) {
    return new SignalTimes(
        width,
        calls.entrySet().stream()
            .filter(at -> since.isEmpty() || at.getKey().plus(width).isAfter(since.get()))
            .filter(at -> until.isEmpty() || at.getKey().isBefore(until.get()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
