package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Looks an index over, as it was last committed: its files, whether each observation is there once,
 * and whether reading can go on from what is kept of the inputs. Needs no lock: a reader keeps what
 * a writer takes away.
 */
public final class IndexCheck {
  private static final Set<String> FACT = Set.of(KillIndexSchema.FACT, KillIndexSchema.RAW);

  /** Enough to see what is wrong, and no more than memory holds. */
  private static final int MOST = 100;

  private final List<String> problems = new ArrayList<>();
  private final StringPool pool = new StringPool();
  private long found;
  private long facts;
  private long inputs;

  private IndexCheck() {}

  /**
   * What was found.
   *
   * @param facts that could be read, observations of the same event in several forms included
   * @param inputs of which something is kept
   * @param problems in words, the first of them
   * @param found how many problems there are
   */
  public record Result(long facts, long inputs, List<String> problems, long found) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads all of it.
   *
   * @throws IOException with a message for people when it cannot even be opened
   */
  public static Result of(Path directory) throws IOException {
    IndexCheck check = new IndexCheck();
    try (DirectoryReader reader = IndexDirectory.reader(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        check.segment(leaf);
      }
      if (check.problems.isEmpty()) {
        check.content(reader);
      }
    }
    return new Result(check.facts, check.inputs, check.problems, check.found);
  }

  private void problem(String words) {
    found++;
    if (problems.size() < MOST) {
      problems.add(words);
    }
  }

  /** Checksums first: a bit that fell over is found even where nothing reads it. */
  private void segment(LeafReaderContext leaf) {
    CodecReader segment = (CodecReader) leaf.reader();
    try {
      segment.checkIntegrity();
      CheckIndex.testLiveDocs(segment, null, true);
      CheckIndex.testFieldInfos(segment, null, true);
      CheckIndex.testFieldNorms(segment, null, true);
      CheckIndex.testPostings(segment, null, false, CheckIndex.Level.DEFAULT_VALUE, true);
      CheckIndex.testStoredFields(segment, null, true);
      CheckIndex.testDocValues(segment, null, true);
      CheckIndex.testPoints(segment, null, true);
    } catch (IOException | RuntimeException e) {
      problem("segment " + leaf.ord + ": " + reason(e));
    }
  }

  private void content(DirectoryReader reader) throws IOException {
    FactIndexReader index = FactIndexReader.of(reader);
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case SIGNAL, EXIT, UNIT, PROCESS, PID_FILE, BOOT, GAP, SERIALS, SETTING, SIGHTINGS ->
            index.documents(kind, FACT, (address, document) -> facts(kind, address, document));
        case INPUT -> index.forEachInput(this::input);
        case REJECTION -> index.forEachRejection(rejection -> {});
      }
    }
    once(reader, KillIndexSchema.OBSERVATION, "the observation");
    once(reader, KillIndexSchema.DIGEST, "the input with digest");
  }

  private void facts(Kind kind, int address, Document document) {
    try {
      facts +=
          kind == Kind.SIGHTINGS
              ? SightingPacks.factsWithRaw(document, pool).size()
              : FactIndexReader.single(document, pool).provenance().raw().isEmpty() ? 0 : 1;
    } catch (RuntimeException e) {
      problem("document " + address + " holds no " + kind.label() + ": " + reason(e));
    }
  }

  private void input(int address, Document document) {
    inputs++;
    try {
      IndexedInput input = FactIndexReader.input(document);
      byte[] mark = FactDocuments.bytes(document, KillIndexSchema.MARK);
      MarkCheck.problems(input, MarkCodec.decode(input, mark))
          .forEach(problem -> problem("input " + input.path() + ": " + problem));
    } catch (RuntimeException e) {
      problem("document " + address + " holds no input: " + reason(e));
    }
  }

  /** Terms are in order, so that nothing need be remembered. */
  private void once(DirectoryReader reader, String field, String what) throws IOException {
    Optional<Terms> terms = Optional.ofNullable(MultiTerms.getTerms(reader, field));
    if (terms.isEmpty()) {
      return;
    }
    Optional<Bits> live = Optional.ofNullable(MultiBits.getLiveDocs(reader));
    TermsEnum all = terms.get().iterator();
    Optional<PostingsEnum> reused = Optional.empty();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      reused = Optional.of(all.postings(reused.orElse(null), PostingsEnum.NONE));
      long times = live(reused.get(), live);
      if (times > 1) {
        problem(what + " " + term.utf8ToString() + " is there " + times + " times");
      }
    }
  }

  private static long live(PostingsEnum documents, Optional<Bits> live) throws IOException {
    long count = 0;
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live.isEmpty() || live.get().get(documents.docID())) {
        count++;
      }
    }
    return count;
  }

  private static String reason(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }
}
