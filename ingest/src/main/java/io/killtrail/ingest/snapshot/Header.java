package io.killtrail.ingest.snapshot;

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

    private List<String> needed() {
      return switch (this) {
        case PROCESSES -> List.of("boot_id", "captured_at", "pid", "tid", "comm");
        case PID_FILES -> List.of("boot_id", "captured_at", "path", "pid");
      };
    }

    /** Names on Linux may hold line ends, and so may PID files. */
    private List<String> free() {
      return switch (this) {
        case PROCESSES -> List.of("comm", "exe", "cmdline");
        case PID_FILES -> List.of("path", "pid");
      };
    }
  }

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
      if (columns.keySet().containsAll(kind.needed())) {
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
  int index(String column) {
    return columns.getOrDefault(column, -1);
  }
}
