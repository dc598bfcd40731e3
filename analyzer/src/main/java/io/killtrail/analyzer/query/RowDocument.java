package io.killtrail.analyzer.query;

import io.killtrail.ingest.fact.Signals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;

/** A row as the document that queries over its fields find. */
final class RowDocument {
  /** Lucene takes terms of 32,766 bytes; a character has three at most, or two have four. */
  private static final int LONGEST = 10_000;

  private final Document document = new Document();

  private RowDocument() {}

  static Document of(Map<QueryField, List<String>> row) {
    RowDocument made = new RowDocument();
    row.forEach((field, values) -> values.forEach(value -> made.add(field, value)));
    return made.document;
  }

  private void add(QueryField field, String value) {
    String name = field.name();
    switch (field.type()) {
      case TEXT, NUMBER, WORD -> term(name, value);
      case QUANTITY -> {
        term(name, value);
        document.add(new DoubleField(name, Double.parseDouble(value), Store.NO));
      }
      case SIGNAL -> {
        term(name, value);
        OptionalInt number = Signals.parse(value);
        number.ifPresent(signal -> term(name, Integer.toString(signal)));
      }
      case TIME -> {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value));
        document.add(new LongField(name, micros, Store.NO));
      }
    }
  }

  private void term(String name, String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    document.add(new StringField(name, cut, Store.NO));
  }
}
