package io.killtrail.analyzer.index;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputMarks;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/**
 * Writes facts into an index; one writer at a time. What was given counts with the next commit: at
 * marks when it is due, and when it is closed.
 */
public final class FactIndexWriter implements FactSink, InputBook, AutoCloseable {
  /** What a crash costs at most, to be read again. */
  public static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

  private final DocumentWriter documents;
  private final InstantSource clock;
  private final Duration betweenCommits;
  private final Novelty novelty;
  private final SightingPacks packs = new SightingPacks();
  private final Map<String, IndexedInput> inputs = new HashMap<>();
  private final InputMarks marks = new InputMarks();
  private final NavigableMap<String, NavigableSet<String>> hostsOfInput = new TreeMap<>();
  private Instant committed;
  private long rejections;
  private boolean abandoned;

  private FactIndexWriter(
      DocumentWriter documents,
      InstantSource clock,
      Duration betweenCommits,
      FactIndexReader before)
      throws IOException {
    this.documents = documents;
    this.clock = clock;
    this.betweenCommits = betweenCommits;
    this.committed = clock.instant();
    this.novelty = new Novelty(before.latestMicros());
    before.forEachMark(
        (input, mark) -> {
          String key = key(mark.summary());
          inputs.put(key, input);
          marks.put(key, mark);
        });
  }

  /**
   * Opens the index for writing; makes it, mode 0700, when it is not there.
   *
   * @param clock tells when what was given is due to be committed
   * @throws IOException with a message for people when it is locked, newer, corrupt or not writable
   */
  public static FactIndexWriter open(Path directory, InstantSource clock) throws IOException {
    return open(directory, clock, BETWEEN_COMMITS);
  }

  /**
   * The same.
   *
   * @param betweenCommits after this time what was given is due to be committed
   */
  public static FactIndexWriter open(Path directory, InstantSource clock, Duration betweenCommits)
      throws IOException {
    return open(directory, clock, betweenCommits, UnaryOperator.identity());
  }

  /** See {@link DocumentWriter#open(Path, InstantSource, UnaryOperator)}. */
  static FactIndexWriter open(
      Path directory, InstantSource clock, Duration betweenCommits, UnaryOperator<Directory> files)
      throws IOException {
    DocumentWriter documents = DocumentWriter.open(directory, clock, files);
    try (FactIndexReader reader = documents.reader()) {
      return new FactIndexWriter(documents, clock, betweenCommits, reader);
    } catch (IOException | UncheckedIOException e) {
      documents.close();
      throw e;
    }
  }

  @Override
  public boolean known(String digest) {
    return inputs.containsKey(digest)
        && inputs.get(digest).outcome() != InputSummary.Outcome.FAILED;
  }

  @Override
  public void fact(Fact fact) {
    Provenance provenance = fact.provenance();
    provenance.node().ifPresent(node -> remember(node, provenance));
    if (packed(fact)) {
      if (packs.add(fact)) {
        documents.add(packs.take());
      }
    } else if (novelty.surelyNew(FactDocuments.micros(provenance))) {
      documents.add(FactDocuments.document(fact));
    } else {
      documents.replace(FactDocuments.observation(fact), FactDocuments.document(fact));
    }
  }

  /**
   * What was started and what was asked for is searched one by one; the rest is read all at once.
   */
  private static boolean packed(Fact fact) {
    return switch (fact) {
      case ThreadSeen none -> true;
      case ProcessSeen seen ->
          seen.by() != ProcessSeen.By.EXEC && seen.by() != ProcessSeen.By.USER_RECORD;
      case Fact other -> false;
    };
  }

  private void remember(String node, Provenance provenance) {
    NavigableSet<String> boots = hostsOfInput.computeIfAbsent(node, none -> new TreeSet<>());
    provenance.bootId().ifPresent(boots::add);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections++;
    documents.replace(FactDocuments.term(rejection), FactDocuments.document(rejection));
  }

  @Override
  public void provisional(FactId id, Fact fact) {
    boolean surelyNew = novelty.surelyNew(FactDocuments.micros(fact.provenance()));
    boolean packed = packed(fact);
    Document document = packed ? SightingPacks.of(fact) : FactDocuments.document(fact);
    document.add(new StringField(KillIndexSchema.PROVISIONAL, id.text(), Field.Store.NO));
    if (packed || surelyNew) {
      documents.add(document);
    } else {
      documents.replace(FactDocuments.observation(fact), document);
    }
  }

  @Override
  public void withdraw(FactId id) {
    documents.delete(new Term(KillIndexSchema.PROVISIONAL, id.text()));
  }

  @Override
  public void finished(InputSummary summary) {
    mark(InputMark.done(summary));
    hostsOfInput.clear();
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
    return marks.of(InputDocuments.unread(path));
  }

  @Override
  public boolean due() {
    Duration since = Duration.between(committed, clock.instant());
    return since.isNegative() || since.compareTo(betweenCommits) >= 0; // the clock may be set back
  }

  @Override
  public void keep() {
    commit();
  }

  @Override
  public void settle(String digest) {
    marks
        .of(digest)
        .filter(mark -> mark.state().isPresent())
        .ifPresent(mark -> write(digest, inputs.get(digest), mark.settled()));
  }

  @Override
  public void retractRejection(String input, long offset) {
    documents.delete(FactDocuments.rejectionAt(input, offset));
  }

  @Override
  public void mark(InputMark mark) {
    InputSummary summary = mark.summary();
    String key = key(summary);
    summary
        .digest()
        .ifPresent(
            digest -> documents.delete(InputDocuments.term(InputDocuments.unread(summary.path()))));
    Optional<IndexedInput> known = Optional.ofNullable(inputs.get(key));
    boolean again = known.isPresent() && summary.outcome() != InputSummary.Outcome.READ;
    boolean old = again && mark.state().isEmpty();
    InputMark kept = old ? marks.of(key).orElse(mark) : mark;
    write(key, again ? known.get().alsoAt(summary) : indexed(summary), kept);
    if (mark.state().isPresent() && due()) {
      commit();
    }
  }

  private static String key(InputSummary summary) {
    return summary.digest().orElseGet(() -> InputDocuments.unread(summary.path()));
  }

  private IndexedInput indexed(InputSummary summary) {
    IndexedInput read = IndexedInput.of(summary, hostsOfInput);
    Optional<String> before = summary.custody().flatMap(Custody::grownFrom);
    if (before.filter(inputs::containsKey).isEmpty()) {
      return read;
    }
    IndexedInput grown = read.grownFrom(inputs.remove(before.get()));
    marks.remove(before.get());
    documents.delete(InputDocuments.term(before.get()));
    return grown;
  }

  private void write(String key, IndexedInput input, InputMark mark) {
    inputs.put(key, input);
    marks.put(key, mark);
    documents.replace(InputDocuments.term(key), InputDocuments.document(key, input, mark));
  }

  private void commit() {
    if (!packs.isEmpty()) {
      documents.add(packs.take());
    }
    documents.commit();
    committed = clock.instant();
  }

  /** How many lines were rejected since this writer was opened. */
  public long rejections() {
    return rejections;
  }

  /**
   * The run has failed: nothing counts that was given since the last commit, since it would be read
   * again, and some of it counted twice.
   */
  public void abandon() {
    abandoned = true;
    if (documents.isOpen()) {
      documents.rollback();
    }
  }

  /** Commits, but for a run that has failed, and closes. */
  @Override
  public void close() {
    try {
      if (!abandoned) {
        commit();
      }
    } finally {
      documents.close();
    }
  }
}
