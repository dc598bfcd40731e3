package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.fact.Fact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/**
 * Sightings of processes and threads are many and mostly read all at once: some thousand share a
 * document. Their ids are terms of it, so that {@code show} finds them.
 */
final class SightingPacks {
  /** How many sightings a document holds at most. */
  static final int SIZE = 1024;

  private final List<Fact> waiting = new ArrayList<>();

  /** A document of one sighting, which may have to be withdrawn. */
  static Document of(Fact fact) {
    SightingPacks single = new SightingPacks();
    single.add(fact);
    return single.take();
  }

  /** Takes a sighting; true when the pack is full and must be taken away. */
  boolean add(Fact fact) {
    waiting.add(fact);
    return waiting.size() >= SIZE;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The waiting sightings as a document; none wait afterwards. */
  Document take() {
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, Kind.SIGHTINGS.label());
    ByteArrayOutputStream facts = new ByteArrayOutputStream();
    ByteArrayOutputStream raws = new ByteArrayOutputStream();
    long from = Long.MAX_VALUE;
    try (DataOutputStream factOut = new DataOutputStream(facts);
        DataOutputStream rawOut = new DataOutputStream(raws)) {
      for (Fact fact : waiting) {
        write(factOut, FactCodec.encode(fact));
        write(rawOut, FactCodec.encodeRaw(fact));
        for (String id : FactDocuments.idTerms(fact.provenance())) {
          document.add(new StringField(KillIndexSchema.ID, id, Field.Store.NO));
        }
        from = Math.min(from, FactDocuments.micros(fact.provenance()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    document.add(new LongField(KillIndexSchema.TIME, from, Field.Store.NO));
    document.add(new StoredField(KillIndexSchema.FACT, facts.toByteArray()));
    document.add(new StoredField(KillIndexSchema.RAW, raws.toByteArray()));
    waiting.clear();
    return document;
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The sightings of a document, without the text of their raw records. */
  static List<Fact> facts(Document document, StringPool pool) {
    List<Fact> facts = new ArrayList<>();
    byte[] bytes = FactDocuments.bytes(document, KillIndexSchema.FACT);
    int position = 0;
    while (position < bytes.length) {
      int length = length(bytes, position);
      facts.add(FactCodec.decode(bytes, position + Integer.BYTES, length, pool));
      position += Integer.BYTES + length;
    }
    return facts;
  }

  /** The sightings of a document with their raw records. */
  static List<Fact> factsWithRaw(Document document, StringPool pool) {
    List<Fact> facts = new ArrayList<>();
    byte[] factBytes = FactDocuments.bytes(document, KillIndexSchema.FACT);
    byte[] rawBytes = FactDocuments.bytes(document, KillIndexSchema.RAW);
    try (DataInputStream factIn = new DataInputStream(new ByteArrayInputStream(factBytes));
        DataInputStream rawIn = new DataInputStream(new ByteArrayInputStream(rawBytes))) {
      while (factIn.available() > 0) {
        facts.add(
            FactCodec.decode(
                factIn.readNBytes(factIn.readInt()), rawIn.readNBytes(rawIn.readInt()), pool));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  private static int length(byte[] bytes, int position) {
    return (bytes[position] & 0xFF) << 24
        | (bytes[position + 1] & 0xFF) << 16
        | (bytes[position + 2] & 0xFF) << 8
        | (bytes[position + 3] & 0xFF);
  }
}
