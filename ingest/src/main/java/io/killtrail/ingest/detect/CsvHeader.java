package io.killtrail.ingest.detect;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.snapshot.Column;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The first line of a snapshot names its columns, in any order and case. */
final class CsvHeader {
  private CsvHeader() {}

  static InputFormat detect(String line) {
    Set<String> columns = new HashSet<>();
    for (String cell : withoutMark(line).split(",", -1)) {
      columns.add(cell.strip().replace("\"", "").toLowerCase(Locale.ROOT));
    }
    if (!columns.contains(Column.PID.label())) {
      return InputFormat.UNKNOWN;
    }
    if (columns.contains(Column.TID.label())) {
      return InputFormat.PROCESS_SNAPSHOT;
    }
    return columns.contains(Column.PATH.label())
        ? InputFormat.PID_FILE_SNAPSHOT
        : InputFormat.UNKNOWN;
  }

  /** Spreadsheets put a byte order mark in front. */
  private static String withoutMark(String latin1) {
    return latin1.startsWith("\u00ef\u00bb\u00bf") ? latin1.substring(3) : latin1;
  }
}
