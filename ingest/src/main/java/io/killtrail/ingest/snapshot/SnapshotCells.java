package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.snapshot.Snapshot.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What stands in the cells of a row that is written. */
final class SnapshotCells {
  private SnapshotCells() {}

  static SnapshotRow of(Task task, Kernel kernel, Snapshot snapshot, String at) {
    List<Column> columns = Header.Kind.PROCESSES.written();
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(columns.get(i), task, kernel, snapshot, at);
    }
    return new SnapshotRow(Header.Kind.PROCESSES, Arrays.asList(cells));
  }

  static SnapshotRow of(HeldNumber file, Snapshot snapshot) {
    Header.Kind kind = Header.Kind.PID_FILES;
    return new SnapshotRow(
        kind, kind.written().stream().map(column -> cell(column, file, snapshot)).toList());
  }

  private static String cell(
      Column column, Task task, Kernel kernel, Snapshot snapshot, String capturedAt) {
    Optional<Task.OfProcess> process = task.process();
    return switch (column) {
      case BOOT_ID -> kernel.boot();
      case CAPTURED_AT -> capturedAt;
      case HOST -> snapshot.host().orElse("");
      case PID_MAX -> task.tid() == 1 ? text(kernel.pidMax()) : "";
      case PID -> Integer.toString(task.pid());
      case TID -> Integer.toString(task.tid());
      case PPID -> Integer.toString(task.ppid());
      case COMM -> task.comm();
      case EXE -> process.flatMap(Task.OfProcess::exe).orElse("");
      case START_TICKS -> Long.toString(task.startTicks());
      case START_EPOCH -> SnapshotWriter.seconds(kernel.time(task.startTicks()));
      case UNIT -> process.flatMap(Task.OfProcess::unit).orElse("");
      case UID -> process.map(its -> text(its.uid())).orElse("");
      case NSPID -> process.map(SnapshotCells::nested).orElse("");
      case AUID, CMDLINE, PATH, MTIME, INODE -> "";
    };
  }

  /** One number alone is that of the initial namespace, which stands in its own column. */
  private static String nested(Task.OfProcess process) {
    List<Integer> numbers = process.namespacePids();
    return numbers.size() < 2 ? "" : SnapshotWriter.numbers(numbers);
  }

  private static String cell(Column column, HeldNumber file, Snapshot snapshot) {
    return switch (column) {
      case BOOT_ID -> snapshot.kernel().map(Kernel::boot).orElse("");
      case CAPTURED_AT -> SnapshotWriter.seconds(snapshot.at());
      case HOST -> snapshot.host().orElse("");
      case PATH -> file.path();
      case PID -> text(file.number());
      case MTIME -> file.modified().map(SnapshotWriter::seconds).orElse("");
      case INODE -> text(file.inode());
      case PID_MAX,
          TID,
          PPID,
          COMM,
          EXE,
          START_TICKS,
          START_EPOCH,
          UNIT,
          UID,
          AUID,
          NSPID,
          CMDLINE ->
          "";
    };
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }
}
