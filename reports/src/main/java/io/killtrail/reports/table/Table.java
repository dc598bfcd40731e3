package io.killtrail.reports.table;

import io.killtrail.analyzer.query.QueryField;
import io.killtrail.reports.text.IsoTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The columns of a table whose rows are of one kind. */
public final class Table<T> {
  private final List<Column<T>> columns = new ArrayList<>();

  Table() {}

  /** In the order in which they are written. */
  public List<Column<T>> columns() {
    return List.copyOf(columns);
  }

  Table<T> column(QueryField field, Function<T, List<String>> values) {
    columns.add(new Column<>(field, values));
    return this;
  }

  private Table<T> column(String name, QueryField.Type type, Function<T, List<String>> values) {
    return column(new QueryField(name, type, List.of()), values);
  }

  Table<T> text(String name, Function<T, Optional<String>> value) {
    return texts(name, row -> value.apply(row).stream().toList());
  }

  Table<T> texts(String name, Function<T, List<String>> values) {
    return column(name, QueryField.Type.TEXT, values);
  }

  /** One of the words of the contract. */
  Table<T> word(String name, List<String> words, Function<T, String> value) {
    return words(name, words, row -> List.of(value.apply(row)));
  }

  /** Any number of them. */
  Table<T> words(String name, List<String> words, Function<T, List<String>> values) {
    return column(new QueryField(name, QueryField.Type.WORD, words), values);
  }

  Table<T> truth(String name, Function<T, Boolean> value) {
    return word(name, List.of("true", "false"), row -> value.apply(row).toString());
  }

  /** The name of a signal. */
  Table<T> signal(String name, Function<T, String> value) {
    return column(name, QueryField.Type.SIGNAL, row -> List.of(value.apply(row)));
  }

  Table<T> time(String name, Function<T, Optional<Instant>> value) {
    return column(
        name, QueryField.Type.TIME, row -> value.apply(row).map(IsoTime::of).stream().toList());
  }

  Table<T> count(String name, Function<T, Number> value) {
    return column(name, QueryField.Type.QUANTITY, row -> List.of(value.apply(row).toString()));
  }

  Table<T> integer(String name, Function<T, OptionalInt> value) {
    return column(
        name,
        QueryField.Type.QUANTITY,
        row -> value.apply(row).stream().mapToObj(Integer::toString).toList());
  }

  Table<T> number(String name, Function<T, OptionalLong> value) {
    return column(
        name,
        QueryField.Type.QUANTITY,
        row -> value.apply(row).stream().mapToObj(Long::toString).toList());
  }

  /** The columns of a part, as {@code name.column}; empty cells where there is no such part. */
  <P> Table<T> part(String name, Function<T, Optional<P>> part, Table<P> table) {
    for (Column<P> column : table.columns) {
      QueryField its = column.field();
      column(
          new QueryField(name + "." + its.name(), its.type(), its.values()),
          row -> part.apply(row).map(column.values()).orElse(List.of()));
    }
    return this;
  }
}
