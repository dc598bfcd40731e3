package io.killtrail.ingest.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshots that follow each other, of which only changes are written: what is new or other than
 * before, and of a task that is no more when it was last there. So each task is seen at its
 * beginning and at its end, and was there all the time in between. Of a PID file that is no more it
 * is written that it holds nothing.
 */
public final class SnapshotSeries {
  private List<SnapshotRow> last = List.of();

  /** A series that begins: its first snapshot is written whole. */
  public SnapshotSeries() {}

  /**
   * Goes on with a series.
   *
   * @param whole what {@link #writeWhole} wrote
   */
  public static SnapshotSeries after(InputStream whole) throws IOException {
    SnapshotSeries series = new SnapshotSeries();
    series.last = WrittenRows.read(whole);
    return series;
  }

  /** Writes what has changed since the snapshot before; whether anything has. */
  public boolean write(Snapshot now, Appendable out) throws IOException {
    List<SnapshotRow> rows = SnapshotWriter.rows(now);
    List<SnapshotRow> changed = last.isEmpty() ? rows : changed(rows, now);
    last = rows;
    SnapshotWriter.write(changed, out);
    return !changed.isEmpty();
  }

  private List<SnapshotRow> changed(List<SnapshotRow> rows, Snapshot now) {
    Map<String, SnapshotRow> before = new LinkedHashMap<>();
    last.forEach(row -> before.put(row.about(), row));
    List<SnapshotRow> changed = new ArrayList<>();
    for (SnapshotRow row : rows) {
      if (Optional.ofNullable(before.remove(row.about())).filter(row::saysSameAs).isEmpty()) {
        changed.add(row);
      }
    }
    before.values().forEach(row -> left(row, now).ifPresent(changed::add));
    return changed;
  }

  /** What is to be written of what is no more. */
  private static Optional<SnapshotRow> left(SnapshotRow row, Snapshot now) {
    return switch (row.kind()) {
      case PROCESSES -> Optional.of(row);
      case PID_FILES ->
          Optional.of(SnapshotCells.of(HeldNumber.nothing(row.value(Column.PATH)), now))
              .filter(none -> !row.value(Column.PID).isEmpty());
    };
  }

  /** Writes all of the last snapshot: to end a series with, or to go on with it later. */
  public void writeWhole(Appendable out) throws IOException {
    SnapshotWriter.write(last, out);
  }
}
