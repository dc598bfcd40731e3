package io.killtrail.analyzer.index;

import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.ThreadSeen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** Writes facts into an index; one writer at a time. Nothing counts until {@link #close}. */
public final class FactIndexWriter implements FactSink, AutoCloseable {
  private final IndexWriter writer;
  private final Novelty novelty;
  private final SightingPacks packs = new SightingPacks();
  private final Map<String, IndexedInput> inputs;
  private final NavigableMap<String, NavigableSet<String>> hostsOfInput = new TreeMap<>();
  private long rejections;

  private FactIndexWriter(IndexWriter writer, Novelty novelty, Map<String, IndexedInput> inputs) {
    this.writer = writer;
    this.novelty = novelty;
    this.inputs = inputs;
  }

  /**
   * Opens the index for writing; makes it, mode 0700, when it is not there.
   *
   * @throws IOException with a message for people when it is locked, newer, corrupt or not writable
   */
  public static FactIndexWriter open(Path directory) throws IOException {
    IndexWriter writer = IndexDirectory.writer(directory);
    Map<String, IndexedInput> inputs = new HashMap<>();
    try (FactIndexReader reader = FactIndexReader.of(writer)) {
      for (IndexedInput input : reader.inputs()) {
        input.digest().ifPresent(digest -> inputs.put(digest, input));
      }
      return new FactIndexWriter(writer, new Novelty(reader.latestMicros()), inputs);
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
    try {
      if (packed(fact)) {
        if (packs.add(fact)) {
          writer.addDocument(packs.take());
        }
      } else if (novelty.surelyNew(FactDocuments.micros(provenance))) {
        writer.addDocument(FactDocuments.document(fact));
      } else {
        writer.updateDocument(FactDocuments.observation(fact), FactDocuments.document(fact));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, Kind.REJECTION.label());
    String id = rejection.input() + ":" + rejection.offset();
    document.add(new StringField(KillIndexSchema.OBSERVATION, "rejected " + id, Field.Store.NO));
    FactDocuments.storeRejection(document, rejection);
    try {
      writer.updateDocument(new Term(KillIndexSchema.OBSERVATION, "rejected " + id), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finished(InputSummary summary) {
    IndexedInput read = IndexedInput.of(summary, hostsOfInput);
    hostsOfInput.clear();
    IndexedInput input =
        summary
            .digest()
            .filter(inputs::containsKey)
            .map(inputs::get)
            .filter(earlier -> summary.outcome() != InputSummary.Outcome.READ)
            .map(earlier -> earlier.alsoAt(summary.path(), summary.root()))
            .orElse(read);
    summary.digest().ifPresent(digest -> inputs.put(digest, input));
    write(input, summary.digest().orElse("unread " + summary.path()));
  }

  private void write(IndexedInput input, String key) {
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, Kind.INPUT.label());
    document.add(new StringField(KillIndexSchema.DIGEST, key, Field.Store.NO));
    document.add(new StoredField(KillIndexSchema.INPUT, input.toBytes()));
    try {
      writer.updateDocument(new Term(KillIndexSchema.DIGEST, key), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines were rejected since this writer was opened. */
  public long rejections() {
    return rejections;
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    if (!packs.isEmpty()) {
      writer.addDocument(packs.take());
    }
    IndexDirectory.commit(writer);
    writer.close();
  }
}
