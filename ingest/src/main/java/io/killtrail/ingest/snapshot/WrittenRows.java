package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that {@link SnapshotWriter} wrote. What is broken is left out, as if it were new. */
final class WrittenRows {
  private WrittenRows() {}

  static List<SnapshotRow> read(InputStream content) throws IOException {
    RowLines lines = new RowLines(new LineReader(content, 0, (offset, start) -> {}));
    List<SnapshotRow> rows = new ArrayList<>();
    Optional<Header> header = Optional.empty();
    Optional<RowLines.Row> next = lines.next();
    while (next.isPresent()) {
      List<String> values = values(next.get());
      Optional<Header> names = Header.of(values);
      if (names.isPresent()) {
        header = names;
      } else {
        header.flatMap(its -> row(its, values)).ifPresent(rows::add);
      }
      next = lines.next();
    }
    return rows;
  }

  private static List<String> values(RowLines.Row row) {
    try {
      return SnapshotReader.values(row);
    } catch (BadRowException e) {
      return List.of();
    }
  }

  private static Optional<SnapshotRow> row(Header header, List<String> values) {
    boolean whole =
        values.size() == header.kind().written().size()
            && header.kind().written().stream().allMatch(column -> header.index(column) >= 0);
    return whole
        ? Optional.of(
            new SnapshotRow(
                header.kind(),
                header.kind().written().stream()
                    .map(column -> values.get(header.index(column)))
                    .toList()))
        : Optional.empty();
  }
}
