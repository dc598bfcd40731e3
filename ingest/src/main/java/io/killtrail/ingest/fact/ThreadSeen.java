package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread other than the main one was alive at the provenance's time.
 *
 * @param tid its thread id
 * @param tgid the process it belongs to
 * @param comm the thread's own name
 * @param started when it was started, where known
 */
public record ThreadSeen(
    Provenance provenance, int tid, int tgid, Optional<String> comm, Optional<Instant> started)
    implements Fact {
  public ThreadSeen {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(started);
  }
}
