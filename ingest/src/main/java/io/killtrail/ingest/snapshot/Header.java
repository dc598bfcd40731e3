package io.killtrail.ingest.snapshot;

import static io.killtrail.ingest.snapshot.Column.BOOT_ID;
import static io.killtrail.ingest.snapshot.Column.CAPTURED_AT;
import static io.killtrail.ingest.snapshot.Column.CMDLINE;
import static io.killtrail.ingest.snapshot.Column.COMM;
import static io.killtrail.ingest.snapshot.Column.EXE;
import static io.killtrail.ingest.snapshot.Column.HOST;
import static io.killtrail.ingest.snapshot.Column.INODE;
import static io.killtrail.ingest.snapshot.Column.MTIME;
import static io.killtrail.ingest.snapshot.Column.NSPID;
import static io.killtrail.ingest.snapshot.Column.PATH;
import static io.killtrail.ingest.snapshot.Column.PID;
import static io.killtrail.ingest.snapshot.Column.PID_MAX;
import static io.killtrail.ingest.snapshot.Column.PPID;
import static io.killtrail.ingest.snapshot.Column.START_EPOCH;
import static io.killtrail.ingest.snapshot.Column.START_TICKS;
import static io.killtrail.ingest.snapshot.Column.TID;
import static io.killtrail.ingest.snapshot.Column.UID;
import static io.killtrail.ingest.snapshot.Column.UNIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a snapshot, in any order. */
final class Header {
  /** What the rows of a snapshot are. */
  enum Kind {
    PROCESSES,
    PID_FILES;

    private List<Column> needed() {
      return switch (this) {
        case PROCESSES -> List.of(BOOT_ID, CAPTURED_AT, PID, TID, COMM);
        case PID_FILES -> List.of(BOOT_ID, CAPTURED_AT, PATH, PID);
      };
    }

    /** What {@link SnapshotWriter} writes, in this order. */
    List<Column> written() {
      return switch (this) {
        case PROCESSES -> TASK_COLUMNS;
        case PID_FILES -> PID_FILE_COLUMNS;
      };
    }

    /** Names on Linux may hold line ends, and so may PID files. */
    private List<Column> free() {
      return switch (this) {
        case PROCESSES -> List.of(COMM, EXE, CMDLINE);
        case PID_FILES -> List.of(PATH, PID);
      };
    }
  }

  private static final List<Column> TASK_COLUMNS =
      List.of(
          BOOT_ID,
          CAPTURED_AT,
          HOST,
          PID_MAX,
          PID,
          TID,
          PPID,
          COMM,
          EXE,
          START_TICKS,
          START_EPOCH,
          UNIT,
          UID,
          NSPID);
  private static final List<Column> PID_FILE_COLUMNS =
      List.of(BOOT_ID, CAPTURED_AT, HOST, PATH, PID, MTIME, INODE);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Kind kind;
  private final Map<String, Integer> columns;
  private final int size;

  private Header(Kind kind, Map<String, Integer> columns, int size) {
    this.kind = kind;
    this.columns = columns;
    this.size = size;
  }

  /** The header with these names; empty if the columns needed are not all there. */
  static Optional<Header> of(List<String> names) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).replace(BYTE_ORDER_MARK, "").strip(), i);
    }
    for (Kind kind : Kind.values()) {
      if (kind.needed().stream().map(Column::label).allMatch(columns::containsKey)) {
        return Optional.of(new Header(kind, columns, names.size()));
      }
    }
    return Optional.empty();
  }

  Kind kind() {
    return kind;
  }

  /** Whether a value in this column may go on over several lines. */
  boolean mayHoldLineEnds(int index) {
    return kind.free().stream().anyMatch(column -> index(column) == index);
  }

  /** How many columns there are. */
  int size() {
    return size;
  }

  /** The column's index; -1 if there is none. */
  int index(Column column) {
    return columns.getOrDefault(column.label(), -1);
  }
}
