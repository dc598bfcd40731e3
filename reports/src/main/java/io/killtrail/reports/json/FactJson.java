package io.killtrail.reports.json;

import io.killtrail.analyzer.index.FactFields;
import io.killtrail.analyzer.query.QueryField;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.reports.table.Column;
import io.killtrail.reports.table.FactTables;
import io.killtrail.reports.table.FactTables.Row;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A fact as one line of JSON: what a search finds. */
public final class FactJson {
  /** Every line has these, though they be unknown; others only where the fact has them. */
  private static final Set<String> ALWAYS =
      Set.of("ref", "time", "kind", "host", "boot", "form", "says");

  private static final List<Column<Row>> COLUMNS = FactTables.facts().columns();

  private FactJson() {}

  /**
   * Writes {@code {"ref":…,"time":…,"kind":…,"host":…,"boot":…,"form":…,"says":…}} and LF. What the
   * fact has in the fields of a search follows under their names; {@code victim.*} are lists.
   */
  public static void write(Fact fact, Appendable out) throws IOException {
    Row row = Row.of(fact);
    JsonOut json = JsonOut.to(out, false);
    json.document(
        () -> {
          for (Column<Row> column : COLUMNS) {
            write(column, column.values().apply(row), json);
          }
        });
  }

  private static void write(Column<Row> column, List<String> values, JsonOut json)
      throws IOException {
    QueryField field = column.field();
    JsonOut.Element<String> element = value -> element(field.type(), value, json);
    if (FactFields.isList(field.name()) && !values.isEmpty()) {
      json.array(field.name(), values, element);
    } else if (ALWAYS.contains(field.name()) || !values.isEmpty()) {
      json.orNull(field.name(), values.stream().findFirst(), element);
    }
  }

  private static void element(QueryField.Type type, String value, JsonOut json) throws IOException {
    switch (type) {
      case NUMBER, QUANTITY, SIGNAL -> json.element(Long.parseLong(value));
      case TEXT, TIME, WORD -> json.element(value);
    }
  }
}
