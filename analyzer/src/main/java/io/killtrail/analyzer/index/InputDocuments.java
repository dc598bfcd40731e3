package io.killtrail.analyzer.index;

import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.InputMark;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/** Inputs to documents, one to one. */
final class InputDocuments {
  private InputDocuments() {}

  /** The key of an input without content, in place of a digest. */
  static String unread(String path) {
    return "unread " + path;
  }

  static String key(IndexedInput input) {
    return input.digest().orElse(unread(input.path()));
  }

  static Term term(String key) {
    return new Term(KillIndexSchema.DIGEST, key);
  }

  static Document document(String key, IndexedInput input, InputMark mark) {
    Document document = new Document();
    FactDocuments.add(document, KillIndexSchema.KIND, Kind.INPUT.label());
    document.add(new StringField(KillIndexSchema.DIGEST, key, Field.Store.NO));
    document.add(new StoredField(KillIndexSchema.INPUT, input.toBytes()));
    document.add(new StoredField(KillIndexSchema.MARK, MarkCodec.encode(mark)));
    return document;
  }
}
