package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything. */
final class SnapshotRecorder implements FactSink {
  final List<Fact> facts = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();

  <F extends Fact> List<F> all(Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
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
  public void rejected(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void finished(InputSummary summary) {}
}
