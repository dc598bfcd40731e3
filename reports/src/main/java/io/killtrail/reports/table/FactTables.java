package io.killtrail.reports.table;

import io.killtrail.analyzer.index.FactFields;
import io.killtrail.analyzer.index.SearchField;
import io.killtrail.analyzer.query.QueryField;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.reports.text.FactLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of facts: what all facts have and what they say, then what a search can ask for,
 * under the names of its fields.
 */
public final class FactTables {
  private FactTables() {}

  /** One fact, and what it has in the fields of a search. */
  public record Row(Fact fact, Map<String, List<String>> fields) {
    public Row {
      fields = Map.copyOf(fields);
    }

    /** The row of a fact. */
    public static Row of(Fact fact) {
      return new Row(fact, FactFields.of(fact));
    }

    private Provenance provenance() {
      return fact.provenance();
    }
  }

  /** A row each fact. */
  public static Table<Row> facts() {
    Table<Row> table =
        new Table<Row>()
            .text("ref", row -> Optional.of(row.provenance().id().text()))
            .time("time", row -> Optional.of(row.provenance().time()))
            .word("kind", List.of(), row -> FactLine.kind(row.fact()))
            .text("host", row -> row.provenance().node())
            .text("boot", row -> row.provenance().bootId())
            .word("form", List.of(), FactTables::form)
            .text("says", row -> Optional.of(FactLine.of(row.fact())));
    for (SearchField field : SearchField.all()) {
      // Those that all facts have stand under the names of reports.
      if (!FactFields.isCommon(field.name())) {
        table.column(
            new QueryField(field.name(), field.type(), field.values()),
            row -> row.fields().getOrDefault(field.name(), List.of()));
      }
    }
    return table;
  }

  private static String form(Row row) {
    return row.provenance().form().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
