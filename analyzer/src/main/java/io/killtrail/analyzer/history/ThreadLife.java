package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import java.time.Instant;
import java.util.Optional;

/**
 * A thread as one sighting shows it.
 *
 * @param tgid the process it belongs to
 * @param started when it was started, where the sighting says so
 * @param id the fact that says so
 */
public record ThreadLife(
    int tid, int tgid, Optional<String> comm, Optional<Instant> started, Instant seen, FactId id) {}
