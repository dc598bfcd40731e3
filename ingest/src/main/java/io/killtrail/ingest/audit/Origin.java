package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * What is known of an event besides its id.
 *
 * @param host the host by another witness
 * @param bootId the boot by another witness
 * @param localStamp date and time as written, where they are of an unknown zone
 */
record Origin(Optional<String> host, Optional<String> bootId, Optional<String> localStamp) {
  static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

  Origin(Optional<String> host, Optional<String> bootId) {
    this(host, bootId, Optional.empty());
  }

  void save(DataOutput out) throws IOException {
    SavedText.write(out, host);
    SavedText.write(out, bootId);
    SavedText.write(out, localStamp);
  }

  static Origin restored(DataInput in) throws IOException {
    return new Origin(SavedText.read(in), SavedText.read(in), SavedText.read(in));
  }
}
