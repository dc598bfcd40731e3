package io.killtrail.ingest.fact;

import java.util.Objects;
import java.util.Optional;

/**
 * A user id of the host that wrote the log.
 *
 * @param number the number
 * @param name its name where the record itself gives it (ENRICHED), never looked up here
 */
public record UserId(long number, Optional<String> name) {
  public UserId {
    Objects.requireNonNull(name);
  }
}
