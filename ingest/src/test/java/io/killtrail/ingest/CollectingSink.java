package io.killtrail.ingest;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SerialsSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps everything; a fact with the id of an earlier one replaces it, as an index does. */
public final class CollectingSink implements FactSink {
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<InputSummary> summaries = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int given;

  /** What the records say; the account of their serials is to be had by its kind. */
  public List<Fact> facts() {
    return facts.values().stream().filter(fact -> !(fact instanceof SerialsSeen)).toList();
  }

  public <T extends Fact> List<T> facts(Class<T> kind) {
    return facts.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How often a fact was given, the replaced ones included. */
  public int given() {
    return given;
  }

  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  public List<InputSummary> summaries() {
    return List.copyOf(summaries);
  }

  @Override
  public boolean known(String digest) {
    return known.contains(digest);
  }

  @Override
  public void fact(Fact fact) {
    given += fact instanceof SerialsSeen ? 0 : 1;
    facts.put(fact.provenance().id().text(), fact);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    summary.digest().ifPresent(known::add);
    summaries.add(summary);
  }
}
