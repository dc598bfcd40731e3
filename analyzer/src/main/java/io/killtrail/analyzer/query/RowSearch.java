package io.killtrail.analyzer.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Answers queries over rows that no index holds, by an index of them in memory that is gone
 * afterwards. Give it some thousand rows at a time.
 */
public final class RowSearch {
  private final QueryReader reader;
  private final List<Query> queries = new ArrayList<>();
  private final Set<String> named = new TreeSet<>();

  /** For queries over these fields. */
  public RowSearch(QueryFields fields) {
    this.reader = new QueryReader(fields);
  }

  /**
   * Adds a query.
   *
   * @throws QuerySyntaxException when it cannot be read; it tells where and what to do
   */
  public void ask(String query) throws QuerySyntaxException {
    Query read = reader.read(query);
    read.visit(new NamedFields());
    queries.add(read);
  }

  /** The fields that the queries name: rows need no others. */
  public Set<String> named() {
    return Collections.unmodifiableSet(named);
  }

  /** Hears of each field that a query, or a part of one, asks. */
  private final class NamedFields extends QueryVisitor {
    @Override
    public boolean acceptField(String field) {
      named.add(field);
      return true;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }

  /**
   * Which rows match, for each query in the order in which they were asked.
   *
   * @param rows the values of each field that is named, as the report writes them
   */
  public List<BitSet> answers(List<Map<QueryField, List<String>>> rows) throws IOException {
    try (ByteBuffersDirectory memory = new ByteBuffersDirectory()) {
      write(rows, memory);
      try (DirectoryReader index = DirectoryReader.open(memory)) {
        IndexSearcher searcher = new IndexSearcher(index);
        searcher.setQueryCache(null);
        List<BitSet> answers = new ArrayList<>();
        for (Query query : queries) {
          answers.add(answer(searcher, query));
        }
        return answers;
      }
    }
  }

  /** Unmerged segments keep the order of the rows. */
  private static void write(List<Map<QueryField, List<String>>> rows, ByteBuffersDirectory memory)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(memory, config)) {
      for (Map<QueryField, List<String>> row : rows) {
        writer.addDocument(RowDocument.of(row));
      }
    }
  }

  private static BitSet answer(IndexSearcher searcher, Query query) throws IOException {
    BitSet rows = new BitSet();
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
      rows.set(hit.doc);
    }
    return rows;
  }
}
