package io.killtrail.reports.csv;

import io.killtrail.reports.text.IsoTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** The columns of a table whose rows are of one kind. */
final class Table<T> {
  /** Between the elements of a list in one cell. */
  private static final String BETWEEN = "; ";

  private record Column<T>(String name, Function<T, String> cell) {}

  private final List<Column<T>> columns = new ArrayList<>();

  private Table<T> column(String name, Function<T, String> cell) {
    columns.add(new Column<>(name, cell));
    return this;
  }

  /** Text that may come out of a log. */
  Table<T> text(String name, Function<T, Optional<String>> value) {
    return column(name, row -> value.apply(row).map(SpreadsheetText::guard).orElse(""));
  }

  /** Words of ours, which need no guard. */
  Table<T> word(String name, Function<T, String> value) {
    return column(name, value);
  }

  Table<T> texts(String name, Function<T, List<String>> values) {
    return column(
        name,
        row ->
            values.apply(row).stream()
                .map(SpreadsheetText::guard)
                .collect(Collectors.joining(BETWEEN)));
  }

  Table<T> time(String name, Function<T, Optional<Instant>> value) {
    return column(name, row -> value.apply(row).map(IsoTime::of).orElse(""));
  }

  Table<T> truth(String name, Function<T, Boolean> value) {
    return column(name, row -> value.apply(row).toString());
  }

  Table<T> count(String name, Function<T, Number> value) {
    return column(name, row -> value.apply(row).toString());
  }

  Table<T> integer(String name, Function<T, OptionalInt> value) {
    return column(
        name,
        row -> {
          OptionalInt number = value.apply(row);
          return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
        });
  }

  Table<T> number(String name, Function<T, OptionalLong> value) {
    return column(
        name,
        row -> {
          OptionalLong number = value.apply(row);
          return number.isPresent() ? Long.toString(number.getAsLong()) : "";
        });
  }

  /** The columns of a part, as {@code name.column}; empty cells where there is no such part. */
  <P> Table<T> part(String name, Function<T, Optional<P>> part, Table<P> table) {
    for (Column<P> column : table.columns) {
      column(name + "." + column.name(), row -> part.apply(row).map(column.cell()).orElse(""));
    }
    return this;
  }

  /** Writes the names, then a line each row. */
  void write(List<T> rows, Appendable out) throws IOException {
    line(columns.stream().map(Column::name).toArray(), out);
    for (T row : rows) {
      line(columns.stream().map(column -> column.cell().apply(row)).toArray(), out);
    }
  }

  private static void line(Object[] cells, Appendable out) throws IOException {
    CSVFormat.RFC4180.printRecord(out, cells);
  }
}
