package io.killtrail.ingest.audit;

import java.util.Optional;

/** What is known of a record besides its bytes: host and boot by another witness. */
record Origin(Optional<String> host, Optional<String> bootId) {}
