package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.source.LineReader;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Passes everything on and counts the rejected lines of one input. */
final class RejectionCounter implements FactSink {
  private FactSink sink;
  private long rejected;
  private long unread;
  private long firstUnread;

  RejectionCounter(FactSink sink) {
    this.sink = sink;
  }

  /** So many lines were rejected of the input when it was read before. */
  void startAt(long before) {
    rejected = before;
  }

  /** What is given from now on goes by another road. */
  void redirect(UnaryOperator<FactSink> road) {
    sink = road.apply(sink);
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
  public boolean known(String digest) {
    return sink.known(digest);
  }

  @Override
  public void fact(Fact fact) {
    sink.fact(fact);
  }

  @Override
  public void provisional(FactId id, Fact fact) {
    sink.provisional(id, fact);
  }

  @Override
  public void withdraw(FactId id) {
    sink.withdraw(id);
  }

  @Override
  public InputBook book() {
    return sink.book();
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected++;
    if (rejection.unread()) {
      firstUnread = unread == 0 ? rejection.offset() : firstUnread;
      unread++;
    }
    sink.rejected(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    sink.finished(summary);
  }
}
