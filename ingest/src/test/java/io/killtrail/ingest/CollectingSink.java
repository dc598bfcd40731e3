package io.killtrail.ingest;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.source.ContentHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps everything; a fact with the id of an earlier one replaces it, as an index does. */
public class CollectingSink implements FactSink, InputBook {
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<InputSummary> summaries = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Set<String>> provisional = new HashMap<>();
  private final InputMarks marks = new InputMarks();
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
  public void provisional(FactId id, Fact fact) {
    String text = fact.provenance().id().text();
    given += fact instanceof SerialsSeen ? 0 : 1;
    provisional.computeIfAbsent(id.text(), none -> new HashSet<>()).add(text);
    facts.put(text, fact);
  }

  @Override
  public void withdraw(FactId id) {
    facts.keySet().removeAll(provisional.getOrDefault(id.text(), Set.of()));
    provisional.remove(id.text());
  }

  @Override
  public void finished(InputSummary summary) {
    summary.digest().ifPresent(known::add);
    summaries.add(summary);
    if (summary.outcome() != InputSummary.Outcome.KNOWN) {
      mark(InputMark.done(summary));
    }
  }

  @Override
  public InputBook book() {
    return this;
  }

  @Override
  public Set<Integer> headLengths() {
    return marks.headLengths();
  }

  @Override
  public List<InputMark> beginningWith(ContentHead head) {
    return marks.beginningWith(head);
  }

  @Override
  public Optional<InputMark> withoutContent(String path) {
    return marks.of("unread " + path);
  }

  @Override
  public boolean due() {
    return false;
  }

  @Override
  public void mark(InputMark mark) {
    mark.summary().custody().flatMap(Custody::grownFrom).ifPresent(marks::remove);
    marks.put(mark.summary().digest().orElse("unread " + mark.summary().path()), mark);
  }

  @Override
  public void keep() {}

  @Override
  public void settle(String digest) {
    marks.of(digest).ifPresent(mark -> marks.put(digest, mark.settled()));
  }

  @Override
  public void retractRejection(String input, long offset) {
    rejections.removeIf(
        rejection -> rejection.input().equals(input) && rejection.offset() == offset);
  }
}
