package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.FactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Finds single documents of an index by their terms. */
final class IndexLookup {
  private static final Set<String> FACT = Set.of(KillIndexSchema.FACT);

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SequentialFields sequential;
  private final StringPool pool = new StringPool();

  IndexLookup(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.sequential = new SequentialFields(reader);
  }

  /** The addresses of packs that hold a sighting with this id. */
  List<Integer> packsWith(FactId id) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(FactIndexReader.kind(Kind.SIGHTINGS), BooleanClause.Occur.FILTER);
    query.add(new TermQuery(new Term(KillIndexSchema.ID, id.text())), BooleanClause.Occur.FILTER);
    return addresses(query.build());
  }

  private List<Integer> addresses(Query query) throws IOException {
    return Arrays.stream(searcher.search(query, Math.max(1, reader.numDocs())).scoreDocs)
        .map(hit -> hit.doc)
        .toList();
  }

  /** The observations that a pack holds. */
  Set<Term> observations(int address) throws IOException {
    Set<Term> observations = new HashSet<>();
    SightingPacks.facts(sequential.document(address, FACT), pool)
        .forEach(fact -> observations.add(FactDocuments.observation(fact)));
    return observations;
  }

  /** The lines with this name that could not be read; of several files there may be several. */
  List<Rejection> rejectionsAt(Term name) throws IOException {
    List<Rejection> rejections = new ArrayList<>();
    for (int address : addresses(new TermQuery(name))) {
      rejections.add(
          FactDocuments.rejection(sequential.document(address, Set.of(KillIndexSchema.RAW))));
    }
    return rejections;
  }

  /** Of each document that may be withdrawn, by its address, under what. */
  Map<Integer, String> provisional() throws IOException {
    Map<Integer, String> ids = new HashMap<>();
    Optional<Terms> terms =
        Optional.ofNullable(MultiTerms.getTerms(reader, KillIndexSchema.PROVISIONAL));
    if (terms.isPresent()) {
      TermsEnum all = terms.get().iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        String id = term.utf8ToString();
        addresses(new TermQuery(new Term(KillIndexSchema.PROVISIONAL, id)))
            .forEach(address -> ids.put(address, id));
      }
    }
    return ids;
  }
}
