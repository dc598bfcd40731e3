package io.killtrail.ingest.audit;

/** What can be wrong with the beginning of a line. */
enum HeaderFault {
  NONE(""),
  NO_TYPE("holds no audit record and no journal line"),
  NO_STAMP("no msg=audit( after the type"),
  BAD_TIME("the time in audit(…) is not seconds and milliseconds"),
  BAD_SERIAL("the serial in audit(…) is not a number"),
  OPEN("audit(…) is not closed");

  private final String reason;

  HeaderFault(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
