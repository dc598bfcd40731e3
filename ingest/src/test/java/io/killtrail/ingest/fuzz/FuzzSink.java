package io.killtrail.ingest.fuzz;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** Keeps all facts that are given, replaced ones too. */
final class FuzzSink implements FactSink {
  private final List<Fact> facts = new ArrayList<>();
  private final List<InputSummary> summaries = new ArrayList<>();

  List<Fact> facts() {
    return facts;
  }

  InputSummary summary() {
    return summaries.getLast();
  }

  @Override
  public boolean known(String digest) {
    return false;
  }

  @Override
  public void fact(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void rejected(Rejection rejection) {}

  @Override
  public void finished(InputSummary summary) {
    summaries.add(summary);
  }
}
