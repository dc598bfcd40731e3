package io.killtrail.ingest;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Gives everything on to another sink, but for what a subclass does otherwise. */
public abstract class ForwardingSink implements FactSink {
  private FactSink sink;

  /** Gives on to this one. */
  protected ForwardingSink(FactSink sink) {
    this.sink = Objects.requireNonNull(sink);
  }

  /** What is given on from now on goes by another road. */
  protected void redirect(UnaryOperator<FactSink> road) {
    sink = road.apply(sink);
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
  public void rejected(Rejection rejection) {
    sink.rejected(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    sink.finished(summary);
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
}
