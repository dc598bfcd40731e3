package io.killtrail.reports.csv;

import io.killtrail.reports.table.Column;
import io.killtrail.reports.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Writes a table: the names of the columns, then a line each row. */
final class TableWriter {
  /** Between the elements of a list in one cell. */
  private static final String BETWEEN = "; ";

  private TableWriter() {}

  static <T> void write(Table<T> table, List<T> rows, Appendable out) throws IOException {
    List<Column<T>> columns = table.columns();
    line(columns.stream().map(column -> column.field().name()).toArray(), out);
    for (T row : rows) {
      line(columns.stream().map(column -> cell(column, row)).toArray(), out);
    }
  }

  private static <T> String cell(Column<T> column, T row) {
    List<String> values = column.values().apply(row);
    return switch (column.field().type()) {
      case TEXT -> values.stream().map(SpreadsheetText::guard).collect(Collectors.joining(BETWEEN));
      case NUMBER, QUANTITY, SIGNAL, TIME, WORD -> String.join(BETWEEN, values);
    };
  }

  private static void line(Object[] cells, Appendable out) throws IOException {
    CSVFormat.RFC4180.printRecord(out, cells);
  }
}
