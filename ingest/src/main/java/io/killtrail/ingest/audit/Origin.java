package io.killtrail.ingest.audit;

import java.util.Optional;

/**
 * What is known of an event besides its id.
 *
 * @param host the host by another witness
 * @param bootId the boot by another witness
 * @param localStamp date and time as written, where they are of an unknown zone
 */
record Origin(Optional<String> host, Optional<String> bootId, Optional<String> localStamp) {
  Origin(Optional<String> host, Optional<String> bootId) {
    this(host, bootId, Optional.empty());
  }
}
