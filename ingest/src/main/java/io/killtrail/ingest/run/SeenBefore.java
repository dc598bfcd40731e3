package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ThreadSeen;

/**
 * Holds back the sightings of an input that has grown and is read from its beginning once more.
 * They are so many that they are stored without an id by which one could take another's place; all
 * other facts do so themselves.
 *
 * @param input its name
 * @param end of the last entry that was whole when the input was read before
 */
record SeenBefore(FactSink sink, String input, long end) implements FactSink {
  @Override
  public void fact(Fact fact) {
    boolean sighting =
        switch (fact) {
          case ThreadSeen none -> true;
          case ProcessSeen none -> true;
          case Fact other -> false;
        };
    if (!sighting || !isBefore(fact)) {
      sink.fact(fact);
    }
  }

  private boolean isBefore(Fact fact) {
    return fact.provenance().raw().stream()
        .allMatch(raw -> raw.input().equals(input) && raw.offset() < end);
  }

  @Override
  public boolean known(String digest) {
    return sink.known(digest);
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
