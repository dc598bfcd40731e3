package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/**
 * Gives what the last entry of an input says provisionally, since it has no end yet: it may go on.
 *
 * @param input its name
 * @param start of the last entry
 * @param id under which all of it stands
 */
record TornTail(FactSink sink, String input, long start, FactId id) implements FactSink {
  @Override
  public void fact(Fact fact) {
    if (isTorn(fact)) {
      sink.provisional(id, fact);
    } else {
      sink.fact(fact);
    }
  }

  private boolean isTorn(Fact fact) {
    return fact.provenance().raw().stream()
        .anyMatch(raw -> raw.offset() >= start && raw.input().equals(input));
  }

  @Override
  public boolean known(String digest) {
    return sink.known(digest);
  }

  @Override
  public void provisional(FactId event, Fact fact) {
    sink.provisional(event, fact);
  }

  @Override
  public void withdraw(FactId event) {
    sink.withdraw(event);
  }

  @Override
  public void rejected(Rejection rejection) {
    sink.rejected(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    sink.finished(summary);
  }

  @Override
  public InputBook book() {
    return sink.book();
  }
}
