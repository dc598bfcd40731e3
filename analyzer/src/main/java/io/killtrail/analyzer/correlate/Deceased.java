package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Victim;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who died, so far as that is known before the death is judged.
 *
 * @param caseId the id that the case will have
 * @param host empty when no evidence names it
 * @param time by which the death is found
 * @param victims all of one act, the main one first
 * @param sender process id of the sender of the deciding signal
 */
public record Deceased(
    String caseId, Optional<String> host, Instant time, List<Victim> victims, OptionalInt sender) {
  public Deceased {
    Objects.requireNonNull(caseId);
    Objects.requireNonNull(host);
    Objects.requireNonNull(time);
    victims = List.copyOf(victims);
    Objects.requireNonNull(sender);
  }
}
