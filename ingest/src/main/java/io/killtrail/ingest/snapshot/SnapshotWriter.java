package io.killtrail.ingest.snapshot;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Writes snapshots as {@link SnapshotReader} reads them. */
public final class SnapshotWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final int MILLIS = 1000;

  private SnapshotWriter() {}

  /** All of a snapshot: tasks, then PID files, each below the names of its columns. */
  public static void write(Snapshot snapshot, Appendable out) throws IOException {
    write(rows(snapshot), out);
  }

  static void write(List<SnapshotRow> rows, Appendable out) throws IOException {
    for (Header.Kind kind : Header.Kind.values()) {
      List<SnapshotRow> its = rows.stream().filter(row -> row.kind() == kind).toList();
      if (!its.isEmpty()) {
        FORMAT.printRecord(out, kind.written().stream().map(Column::label).toArray());
        print(its, out);
      }
    }
  }

  /** Many rows are formatted by several processors at once. */
  private static void print(List<SnapshotRow> rows, Appendable out) throws IOException {
    int piece = 2048;
    List<String> pieces =
        Stream.iterate(0, from -> from < rows.size(), from -> from + piece)
            .parallel()
            .map(from -> text(rows.subList(from, Math.min(rows.size(), from + piece))))
            .toList();
    for (String text : pieces) {
      out.append(text);
    }
  }

  private static String text(List<SnapshotRow> rows) {
    StringBuilder text = new StringBuilder();
    try {
      for (SnapshotRow row : rows) {
        print(row, text);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory is always writable", e);
    }
    return text.toString();
  }

  private static void print(SnapshotRow row, StringBuilder text) throws IOException {
    boolean first = true;
    for (String cell : row.values()) {
      if (first || !isPlain(cell)) {
        FORMAT.print(cell, text, first);
      } else {
        text.append(',').append(cell);
      }
      first = false;
    }
    FORMAT.println(text);
  }

  /**
   * Whether nothing has to be found out about quotation marks, as in nearly all of a million cells:
   * what stands between comma and delete in ASCII never needs them.
   */
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) < '-' || cell.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  static List<SnapshotRow> rows(Snapshot snapshot) {
    String at = seconds(snapshot.at());
    List<SnapshotRow> rows = new ArrayList<>();
    if (snapshot.kernel().isPresent()) {
      Snapshot.Kernel kernel = snapshot.kernel().get();
      rows.addAll(
          snapshot.tasks().parallelStream()
              .map(task -> SnapshotCells.of(task, kernel, snapshot, at))
              .toList());
    }
    snapshot.pidFiles().stream().map(file -> SnapshotCells.of(file, snapshot)).forEach(rows::add);
    return rows;
  }

  /** Seconds since 1970 with three digits behind the point. */
  static String seconds(Instant time) {
    long millis = Math.floorMod(time.toEpochMilli(), MILLIS);
    String fraction = Long.toString(millis + MILLIS).substring(1);
    return Long.toString(time.getEpochSecond()) + '.' + fraction;
  }

  /** Numbers as NSpid has them. */
  static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
