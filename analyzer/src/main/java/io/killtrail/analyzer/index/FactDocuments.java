package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/** Facts to documents, one to one; the sightings of {@link SightingPacks} apart. */
final class FactDocuments {
  private FactDocuments() {}

  /** Names an observation: the same fact in another form is another one. */
  static Term observation(Fact fact) {
    Provenance provenance = fact.provenance();
    return new Term(KillIndexSchema.OBSERVATION, provenance.form() + " " + provenance.id().text());
  }

  static Document document(Fact fact) {
    if (fact instanceof ThreadSeen seen) {
      throw new IllegalArgumentException("threads are packed: " + seen.tid());
    }
    Document document = new Document();
    Provenance provenance = fact.provenance();
    document.add(
        new StringField(KillIndexSchema.OBSERVATION, observation(fact).text(), Field.Store.NO));
    for (String id : idTerms(provenance)) {
      add(document, KillIndexSchema.ID, id);
    }
    document.add(new LongField(KillIndexSchema.TIME, micros(provenance), Field.Store.NO));
    provenance.node().ifPresent(node -> add(document, KillIndexSchema.NODE, node));
    document.add(new StoredField(KillIndexSchema.FACT, FactCodec.encode(fact)));
    document.add(new StoredField(KillIndexSchema.RAW, FactCodec.encodeRaw(fact)));
    FactFields.of(fact, (field, value) -> add(document, field, value));
    return document;
  }

  /** Names a line that could not be read. */
  static Term rejectionAt(String input, long offset) {
    return new Term(KillIndexSchema.OBSERVATION, "rejected " + input + ":" + offset);
  }

  static Term term(Rejection rejection) {
    return rejectionAt(rejection.input(), rejection.offset());
  }

  static Document document(Rejection rejection) {
    Document document = new Document();
    add(document, KillIndexSchema.KIND, Kind.REJECTION.label());
    document.add(
        new StringField(KillIndexSchema.OBSERVATION, term(rejection).text(), Field.Store.NO));
    storeRejection(document, rejection);
    return document;
  }

  private static void storeRejection(Document document, Rejection rejection) {
    document.add(new StoredField(KillIndexSchema.RAW, rejection.input()));
    document.add(new StoredField(KillIndexSchema.RAW, Long.toString(rejection.offset())));
    document.add(new StoredField(KillIndexSchema.RAW, rejection.reason()));
    document.add(new StoredField(KillIndexSchema.RAW, rejection.excerpt()));
  }

  static Rejection rejection(Document document) {
    String[] values = document.getValues(KillIndexSchema.RAW);
    return new Rejection(values[0], Long.parseLong(values[1]), values[2], values[3]);
  }

  /** The id, and for audit the whole event's, so that {@code show} finds all facts of an event. */
  static List<String> idTerms(Provenance provenance) {
    String id = provenance.id().text();
    int ordinal = id.startsWith("audit:") ? id.indexOf('/') : -1;
    return ordinal < 0 ? List.of(id) : List.of(id, id.substring(0, ordinal));
  }

  static long micros(Provenance provenance) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, provenance.time());
  }

  /** Longer terms are cut: Lucene refuses more than 32766 bytes, and nobody types them. */
  private static final int LONGEST_TERM = 1024;

  static void add(Document document, String field, String term) {
    String cut = term.length() > LONGEST_TERM ? term.substring(0, LONGEST_TERM) : term;
    document.add(new StringField(field, cut, Field.Store.NO));
  }

  /** The stored bytes of a field. */
  static byte[] bytes(Document document, String field) {
    return Optional.ofNullable(document.getBinaryValue(field))
        .map(ref -> Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length))
        .orElse(new byte[0]);
  }
}
