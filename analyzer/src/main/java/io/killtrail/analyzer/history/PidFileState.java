package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a PID file held at some time.
 *
 * @param seen when it was seen so
 * @param id the fact that says so
 */
public record PidFileState(
    String path, int number, Optional<Instant> modified, Instant seen, FactId id) {}
