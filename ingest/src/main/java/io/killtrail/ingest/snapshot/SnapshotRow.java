package io.killtrail.ingest.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A row as it is written.
 *
 * @param values in the order of {@link Header.Kind#written}
 */
record SnapshotRow(Header.Kind kind, List<String> values) {

  String value(Column column) {
    return values.get(kind.written().indexOf(column));
  }

  /** What it is about: a path, or a number since its start in a boot. */
  String about() {
    return switch (kind) {
      case PROCESSES ->
          value(Column.TID) + '/' + value(Column.START_TICKS) + '/' + value(Column.BOOT_ID);
      case PID_FILES -> value(Column.PATH);
    };
  }

  /** Whether it says the same at another time; the clock may have been set in between. */
  boolean saysSameAs(SnapshotRow other) {
    List<Column> columns = kind.written();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).ofTheMoment() && !values.get(i).equals(other.values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same with this value in the column. */
  SnapshotRow with(Column column, String value) {
    List<String> other = new ArrayList<>(values);
    other.set(kind.written().indexOf(column), value);
    return new SnapshotRow(kind, other);
  }
}
