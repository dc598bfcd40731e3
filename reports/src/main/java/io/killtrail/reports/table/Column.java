package io.killtrail.reports.table;

import io.killtrail.analyzer.query.QueryField;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A column of a table whose rows are of one kind.
 *
 * @param field its name, and what kind of values it has
 * @param values what stands in the cell of a row, as text out of a log may have it: escape it; none
 *     where it is not known
 */
public record Column<T>(QueryField field, Function<T, List<String>> values) {
  public Column {
    Objects.requireNonNull(field);
    Objects.requireNonNull(values);
  }
}
