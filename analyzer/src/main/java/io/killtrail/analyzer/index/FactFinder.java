package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.FactIndexReader.SignalVisitor;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Finds the facts that stand alone in an index by what they say; hosts are for the caller. */
public final class FactFinder {
  private static final Set<String> WITHOUT_RAW = Set.of(KillIndexSchema.FACT);

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SequentialFields sequential;
  private final StringPool pool = new StringPool();

  FactFinder(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.sequential = new SequentialFields(reader);
  }

  /**
   * The first of those that match, in order of time, with their raw records.
   *
   * @throws QuerySyntaxException when the query cannot be read
   */
  public List<Fact> first(FactQuery asked, int limit) throws IOException, QuerySyntaxException {
    Sort byTime =
        new Sort(
            LongField.newSortField(KillIndexSchema.TIME, false, SortedNumericSelector.Type.MIN));
    List<Fact> facts = new ArrayList<>();
    Query query = FactQueryCompiler.compile(asked);
    for (ScoreDoc hit : searcher.search(query, limit, byTime).scoreDocs) {
      facts.add(withRaw(hit.doc));
    }
    return facts;
  }

  /** How many documents match: an event that was seen in two forms has two. */
  public long count(FactQuery asked) throws IOException, QuerySyntaxException {
    return searcher.count(FactQueryCompiler.compile(asked));
  }

  /** Where those are that match, in order of their addresses. */
  public Matches matches(FactQuery asked) throws IOException, QuerySyntaxException {
    return collect(FactQueryCompiler.compile(asked));
  }

  private Matches collect(Query asked) throws IOException {
    Query query = searcher.rewrite(asked);
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    Matches matches = new Matches(1024);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        add(leaf, scorer.iterator(), matches);
      }
    }
    return matches;
  }

  private static void add(LeafReaderContext leaf, DocIdSetIterator hits, Matches matches)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    SortedNumericDocValues times = DocValues.getSortedNumeric(leaf.reader(), KillIndexSchema.TIME);
    while (hits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if ((live == null || live.get(hits.docID())) && times.advanceExact(hits.docID())) {
        matches.add(times.nextValue(), leaf.docBase + hits.docID());
      }
    }
  }

  /** The fact at this address, without the text of its raw records. */
  public Fact fact(int address) throws IOException {
    byte[] bytes =
        FactDocuments.bytes(sequential.document(address, WITHOUT_RAW), KillIndexSchema.FACT);
    return FactCodec.decode(bytes, 0, bytes.length, pool);
  }

  /** The fact at this address with its raw records. */
  public Fact withRaw(int address) throws IOException {
    StoredFields fields = searcher.storedFields();
    return FactIndexReader.single(fields.document(address), pool);
  }

  /**
   * The facts whose stamps lie from one moment to before another, packed sightings among them,
   * without the text of their raw records and in no order; of signals the address.
   */
  public void between(Instant from, Instant to, Consumer<Fact> others, SignalVisitor signals)
      throws IOException {
    Matches single = collect(FactQueryCompiler.between(from, to));
    for (int i = 0; i < single.size(); i++) {
      int address = single.address(i);
      switch (fact(address)) {
        case SignalSent signal -> signals.visit(address, signal);
        case Fact other -> others.accept(other);
      }
    }
    Matches packs = collect(FactQueryCompiler.packsUntil(to));
    for (int i = 0; i < packs.size(); i++) {
      SightingPacks.facts(sequential.document(packs.address(i), WITHOUT_RAW), pool).stream()
          .filter(fact -> within(fact.provenance().time(), from, to))
          .forEach(others);
    }
  }

  private static boolean within(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** In which forms facts of the index were seen. */
  public Set<SourceForm> forms() throws IOException {
    Set<SourceForm> forms = EnumSet.noneOf(SourceForm.class);
    Optional<Terms> terms = terms(KillIndexSchema.OBSERVATION);
    for (SourceForm form : SourceForm.values()) {
      if (terms.isPresent() && beginsAny(terms.get(), form + " ")) {
        forms.add(form);
      }
    }
    return forms;
  }

  private static boolean beginsAny(Terms terms, String prefix) throws IOException {
    TermsEnum all = terms.iterator();
    return all.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END
        && all.term().utf8ToString().startsWith(prefix);
  }

  /** How often each value of a field occurs among these. */
  public Map<String, Long> values(SearchField field, Matches matches) throws IOException {
    FixedBitSet wanted = new FixedBitSet(Math.max(1, reader.maxDoc()));
    for (int i = 0; i < matches.size(); i++) {
      wanted.set(matches.address(i));
    }
    Map<String, Long> counts = new HashMap<>();
    Optional<Terms> terms = terms(field.name());
    if (terms.isPresent()) {
      TermsEnum all = terms.get().iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        long count = count(all, wanted);
        if (count > 0) {
          counts.put(term.utf8ToString(), count);
        }
      }
    }
    return counts;
  }

  private static long count(TermsEnum term, FixedBitSet wanted) throws IOException {
    PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
    long count = 0;
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      count += wanted.get(documents.docID()) ? 1 : 0;
    }
    return count;
  }

  /** The units that facts of the index name, sorted. */
  public List<String> units() throws IOException {
    List<String> units = new ArrayList<>();
    Optional<Terms> terms = terms(KillIndexSchema.UNIT);
    if (terms.isPresent()) {
      TermsEnum all = terms.get().iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        units.add(term.utf8ToString());
      }
    }
    return units;
  }

  private Optional<Terms> terms(String field) throws IOException {
    return Optional.ofNullable(MultiTerms.getTerms(reader, field));
  }
}
