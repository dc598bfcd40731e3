package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import java.time.Instant;
import java.util.Optional;

/**
 * A thread as one sighting shows it.
 *
 * @param tgid the process it belongs to
 * @param id the fact that says so
 */
public record ThreadLife(int tid, int tgid, Optional<String> comm, Instant seen, FactId id) {}
