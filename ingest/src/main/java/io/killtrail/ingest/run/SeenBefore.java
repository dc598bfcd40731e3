package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ThreadSeen;

/**
 * Holds back the sightings of an input that has grown and is read from its beginning once more.
 * They are so many that they are stored without an id by which one could take another's place; all
 * other facts do so themselves.
 */
final class SeenBefore extends ForwardingSink {
  private final String input;
  private final long end;

  /**
   * Of one input.
   *
   * @param input its name
   * @param end of the last entry that was whole when the input was read before
   */
  SeenBefore(FactSink sink, String input, long end) {
    super(sink);
    this.input = input;
    this.end = end;
  }

  @Override
  public void fact(Fact fact) {
    boolean sighting =
        switch (fact) {
          case ThreadSeen none -> true;
          case ProcessSeen none -> true;
          case Fact other -> false;
        };
    if (!sighting || !isBefore(fact)) {
      super.fact(fact);
    }
  }

  private boolean isBefore(Fact fact) {
    return fact.provenance().raw().stream()
        .allMatch(raw -> raw.input().equals(input) && raw.offset() < end);
  }
}
