package io.killtrail.analyzer.cases;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many signal calls were recorded, whatever came of them.
 *
 * @param total all calls
 * @param failed those that the kernel refused
 * @param bySignal calls by signal number; 0 is the probe
 * @param bySender calls by the sender's exe, else its comm, else {@code ?}
 */
public record SignalCounts(
    long total, long failed, Map<Integer, Long> bySignal, Map<String, Long> bySender) {
  public SignalCounts {
    bySignal = Collections.unmodifiableMap(new TreeMap<>(bySignal));
    bySender = Collections.unmodifiableMap(new TreeMap<>(bySender));
  }
}
