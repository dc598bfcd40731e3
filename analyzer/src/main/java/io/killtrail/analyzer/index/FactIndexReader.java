package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;

/** Reads the last commit of an index. */
public final class FactIndexReader implements AutoCloseable {
  private static final Set<String> WITHOUT_RAW = Set.of(KillIndexSchema.FACT);
  private static final Set<String> INPUT = Set.of(KillIndexSchema.INPUT);

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SequentialFields sequential;
  private final StringPool signalPool = new StringPool();

  private FactIndexReader(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.sequential = new SequentialFields(reader);
  }

  /**
   * Opens an index.
   *
   * @throws IOException with a message for people when there is none, or it may not be read, is
   *     newer or corrupt
   */
  public static FactIndexReader open(Path directory) throws IOException {
    return new FactIndexReader(IndexDirectory.reader(directory));
  }

  static FactIndexReader of(IndexWriter writer) throws IOException {
    return new FactIndexReader(DirectoryReader.open(writer));
  }

  static FactIndexReader of(DirectoryReader reader) {
    return new FactIndexReader(reader);
  }

  /**
   * The facts that match a query in Lucene syntax, in order of time, at most {@code limit}.
   *
   * @throws QuerySyntaxException when the query cannot be read; the message tells where and what to
   *     do
   */
  public List<Fact> search(String query, int limit) throws IOException, QuerySyntaxException {
    return finder().first(FactQuery.of(query), limit);
  }

  /** How many facts match. */
  public long count(String query) throws IOException, QuerySyntaxException {
    return finder().count(FactQuery.of(query));
  }

  /** Finds facts by what they say. */
  public FactFinder finder() {
    return new FactFinder(reader);
  }

  /** Looks single documents up. */
  IndexLookup lookup() {
    return new IndexLookup(reader);
  }

  static Query kind(Kind kind) {
    return new TermQuery(new Term(KillIndexSchema.KIND, kind.label()));
  }

  /**
   * The facts with this id (an {@code evidence.ref}), or of the audit event with this {@code
   * SECONDS.MILLIS:SERIAL}; one for each form in which it was seen.
   */
  public List<Fact> show(String ref) throws IOException {
    String id = Character.isDigit(ref.isEmpty() ? ' ' : ref.charAt(0)) ? "audit:" + ref : ref;
    List<Fact> found = new ArrayList<>();
    StringPool pool = new StringPool();
    StoredFields fields = searcher.storedFields();
    Query query = new TermQuery(new Term(KillIndexSchema.ID, id));
    // Lucene makes room for as many hits as it may return: for the few there are, not for millions.
    for (ScoreDoc hit : searcher.search(query, Math.max(1, searcher.count(query))).scoreDocs) {
      Document document = fields.document(hit.doc);
      List<Fact> facts =
          isPack(hit.doc)
              ? SightingPacks.factsWithRaw(document, pool)
              : List.of(single(document, pool));
      facts.stream()
          .filter(fact -> FactDocuments.idTerms(fact.provenance()).contains(id))
          .forEach(found::add);
    }
    found.sort(
        Comparator.comparing((Fact fact) -> fact.provenance().form())
            .thenComparing(fact -> fact.provenance().id()));
    return found;
  }

  private boolean isPack(int doc) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(kind(Kind.SIGHTINGS), BooleanClause.Occur.FILTER);
    return searcher.explain(query.build(), doc).isMatch();
  }

  static Fact single(Document document, StringPool pool) {
    return FactCodec.decode(
        FactDocuments.bytes(document, KillIndexSchema.FACT),
        FactDocuments.bytes(document, KillIndexSchema.RAW),
        pool);
  }

  /** All facts but signals, without the text of their raw records, in no order. */
  public void forEachButSignals(Consumer<Fact> action) throws IOException {
    StringPool pool = new StringPool();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case SIGHTINGS ->
            documents(
                kind,
                WITHOUT_RAW,
                (address, document) -> SightingPacks.facts(document, pool).forEach(action));
        case SIGNAL, INPUT, REJECTION -> {}
        case EXIT, UNIT, PROCESS, PID_FILE, BOOT, GAP, SERIALS, SETTING ->
            forEachFact(kind, action);
      }
    }
  }

  /** All facts of a kind that stand alone, without the text of their raw records, in no order. */
  void forEachFact(Kind kind, Consumer<Fact> action) throws IOException {
    StringPool pool = new StringPool();
    documents(kind, WITHOUT_RAW, (address, document) -> action.accept(bare(document, pool)));
  }

  /** How many documents match. */
  long count(Query query) throws IOException {
    return searcher.count(query);
  }

  /** Takes a signal and its address in this reader. */
  public interface SignalVisitor {
    /** A signal; {@link #signal} gives it again for its address. */
    void visit(int address, SignalSent signal);
  }

  /** All signals, without the text of their raw records, in no order. */
  public void forEachSignal(SignalVisitor visitor) throws IOException {
    StringPool pool = new StringPool();
    documents(
        Kind.SIGNAL,
        WITHOUT_RAW,
        (address, document) -> visitor.visit(address, (SignalSent) bare(document, pool)));
  }

  /** The signal at this address, as {@link #forEachSignal} gave it. */
  public SignalSent signal(int address) {
    try {
      return (SignalSent) bare(sequential.document(address, WITHOUT_RAW), signalPool);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fact bare(Document document, StringPool pool) {
    byte[] bytes = FactDocuments.bytes(document, KillIndexSchema.FACT);
    return FactCodec.decode(bytes, 0, bytes.length, pool);
  }

  /** What was read into this index, in order of the paths. */
  public List<IndexedInput> inputs() throws IOException {
    List<IndexedInput> inputs = new ArrayList<>();
    documents(Kind.INPUT, INPUT, (address, document) -> inputs.add(input(document)));
    inputs.sort(
        Comparator.comparing(IndexedInput::path).thenComparing(input -> input.digest().orElse("")));
    return inputs;
  }

  static IndexedInput input(Document document) {
    return IndexedInput.fromBytes(FactDocuments.bytes(document, KillIndexSchema.INPUT));
  }

  /** The documents of inputs. */
  void forEachInput(DocumentVisitor visitor) throws IOException {
    documents(Kind.INPUT, Set.of(KillIndexSchema.INPUT, KillIndexSchema.MARK), visitor);
  }

  /** How far each input is read. */
  public void forEachMark(BiConsumer<IndexedInput, InputMark> action) throws IOException {
    forEachInput(
        (address, document) -> {
          IndexedInput input = input(document);
          byte[] mark = FactDocuments.bytes(document, KillIndexSchema.MARK);
          action.accept(input, MarkCodec.decode(input, mark));
        });
  }

  /** The lines that could not be read, in the order in which they were met. */
  public void forEachRejection(Consumer<Rejection> action) throws IOException {
    documents(
        Kind.REJECTION,
        Set.of(KillIndexSchema.RAW),
        (address, document) -> action.accept(FactDocuments.rejection(document)));
  }

  /** Takes a document and its address. */
  interface DocumentVisitor {
    void visit(int address, Document document);
  }

  /** All documents of a kind, in no order. */
  void documents(Kind kind, Set<String> fields, DocumentVisitor visitor) throws IOException {
    Query query = searcher.rewrite(kind(kind));
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator hits = scorer.iterator();
      while (hits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(hits.docID())) {
          int address = leaf.docBase + hits.docID();
          visitor.visit(address, sequential.document(address, fields));
        }
      }
    }
  }

  /** The latest stamp of any fact, in microseconds; the smallest long when there is none. */
  long latestMicros() throws IOException {
    byte[] latest = PointValues.getMaxPackedValue(reader, KillIndexSchema.TIME);
    return latest == null ? Long.MIN_VALUE : NumericUtils.sortableBytesToLong(latest, 0);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
