package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.source.LineReader;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Passes everything on and counts the rejected lines of one input. */
final class RejectionCounter extends ForwardingSink {
  private long rejected;
  private long unread;
  private long firstUnread;

  RejectionCounter(FactSink sink) {
    super(sink);
  }

  /** So many lines were rejected of the input when it was read before. */
  void startAt(long before) {
    rejected = before;
  }

  @Override
  protected void redirect(UnaryOperator<FactSink> road) {
    super.redirect(road);
  }

  long rejected() {
    return rejected;
  }

  /** What was not even read to its end, in words for people. */
  Optional<String> unread() {
    String more = unread > 1 ? ", as are " + (unread - 1) + " more" : "";
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            "a line at byte "
                + firstUnread
                + " is longer than "
                + LineReader.LONGEST
                + " bytes"
                + more
                + " and was left out; all else was read");
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected++;
    if (rejection.unread()) {
      firstUnread = unread == 0 ? rejection.offset() : firstUnread;
      unread++;
    }
    super.rejected(rejection);
  }
}
