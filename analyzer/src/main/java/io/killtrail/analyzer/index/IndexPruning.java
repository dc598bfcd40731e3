package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Takes old facts out of an index, but for those of {@link LastKnown}. Inputs, how far they were
 * read, and lines that were rejected stay. Readers see the index before or after, nothing between.
 */
public final class IndexPruning {
  /**
   * How much longer facts stay than was asked for, so that a death at the very edge keeps its
   * cause: the longest stops, and stamps of texts whose zone was only assumed.
   */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** Of which some must stay. */
  private static final List<Kind> SINGLE =
      List.of(Kind.EXIT, Kind.UNIT, Kind.PROCESS, Kind.PID_FILE, Kind.GAP);

  private final DocumentWriter writer;
  private final FactIndexReader before;
  private final long cutMicros;
  private final LastKnown known;
  private final SightingPacks packs = new SightingPacks();
  private long dropped;
  private long kept;

  private IndexPruning(
      DocumentWriter writer, FactIndexReader before, Instant cut, HostNames hosts) {
    this.writer = writer;
    this.before = before;
    this.cutMicros = ChronoUnit.MICROS.between(Instant.EPOCH, cut);
    this.known = new LastKnown(cut, hosts);
  }

  /**
   * What became of the old facts.
   *
   * @param dropped facts that are gone
   * @param kept facts that are as old and stay
   */
  public record Result(long dropped, long kept) {}

  /**
   * Drops facts from before {@code oldest}, less a day.
   *
   * @throws IOException with a message for people when the index is locked or cannot be read
   * @throws UncheckedIOException with one when it cannot be written; it is as before then
   */
  public static Result prune(
      Path directory, Instant oldest, InstantSource clock, HostNames.Source hosts)
      throws IOException {
    IndexDirectory.reader(directory).close(); // to prune what is not there makes no index
    try (DocumentWriter writer = DocumentWriter.open(directory, clock);
        FactIndexReader before = writer.reader()) {
      IndexPruning pruning =
          new IndexPruning(writer, before, oldest.minus(MARGIN), hosts.of(before.inputs()));
      pruning.prune();
      return new Result(pruning.dropped, pruning.kept);
    }
  }

  private void prune() throws IOException {
    before.forEachButSignals(known::learn);
    known.learnt();
    signals();
    singles();
    sightings();
    if (dropped > 0) {
      writer.compact();
    }
    writer.commit();
  }

  private void signals() throws IOException {
    Query old = old(Kind.SIGNAL).build();
    dropped += before.count(old);
    writer.delete(old);
  }

  private void singles() throws IOException {
    List<BytesRef> stay = new ArrayList<>();
    for (Kind kind : SINGLE) {
      before.forEachFact(
          kind,
          fact -> {
            if (known.old(fact) && count(fact)) {
              stay.add(new BytesRef(FactDocuments.observation(fact).text()));
            }
          });
    }
    Query staying = new TermInSetQuery(KillIndexSchema.OBSERVATION, stay);
    for (Kind kind : SINGLE) {
      writer.delete(old(kind).add(staying, Occur.MUST_NOT).build());
    }
  }

  private boolean count(Fact fact) {
    boolean stays = known.keeps(fact);
    dropped += stays ? 0 : 1;
    kept += stays && known.old(fact) ? 1 : 0;
    return stays;
  }

  /** A pack whose first sighting is old is packed anew: only what was there before is deleted. */
  private void sightings() throws IOException {
    writer.delete(old(Kind.SIGHTINGS).build());
    StringPool pool = new StringPool();
    before.documents(
        Kind.SIGHTINGS,
        Set.of(KillIndexSchema.FACT, KillIndexSchema.RAW),
        (address, document) -> repack(document, pool));
    if (!packs.isEmpty()) {
      writer.add(packs.take());
    }
  }

  private void repack(Document document, StringPool pool) {
    List<Fact> sightings = SightingPacks.factsWithRaw(document, pool);
    if (sightings.stream().noneMatch(known::old)) {
      return;
    }
    for (Fact sighting : sightings) {
      if (count(sighting) && packs.add(sighting)) {
        writer.add(packs.take());
      }
    }
  }

  private BooleanQuery.Builder old(Kind kind) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(KillIndexSchema.KIND, kind.label())), Occur.FILTER)
        .add(
            LongField.newRangeQuery(KillIndexSchema.TIME, Long.MIN_VALUE, cutMicros - 1),
            Occur.FILTER);
  }
}
