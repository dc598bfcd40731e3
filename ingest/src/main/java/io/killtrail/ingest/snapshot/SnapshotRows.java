package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/** What the rows of a snapshot say. */
final class SnapshotRows {
  private SnapshotRows() {}

  /** A row of a process snapshot: a process, or a thread of one; {@code pid} is the tgid. */
  static Fact task(Row row, RowOrigin origin) throws BadRowException {
    int pid = row.id(Column.PID);
    int tid = row.id(Column.TID);
    Optional<Instant> started = row.time(Column.START_EPOCH);
    return tid == pid
        ? process(pid, started, row, origin)
        : new ThreadSeen(
            origin.provenance(Integer.toString(tid)), tid, pid, row.text(Column.COMM), started);
  }

  private static ProcessSeen process(int pid, Optional<Instant> started, Row row, RowOrigin origin)
      throws BadRowException {
    return new ProcessSeen(
        origin.provenance(Integer.toString(pid)),
        ProcessSeen.By.SNAPSHOT,
        actor(pid, row),
        started,
        row.text(Column.UNIT),
        namespacePids(pid, row.text(Column.NSPID).orElse("")));
  }

  private static Actor actor(int pid, Row row) throws BadRowException {
    return new Actor(
        OptionalInt.of(pid),
        row.integer(Column.PPID),
        row.text(Column.COMM),
        row.text(Column.EXE),
        row.text(Column.CMDLINE),
        row.user(Column.AUID),
        row.user(Column.UID),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** NSpid of /proc/PID/status: the id in every nested namespace, the outermost one first. */
  private static List<Integer> namespacePids(int pid, String text) throws BadRowException {
    List<Integer> pids = new ArrayList<>();
    StringTokenizer words = new StringTokenizer(text, " \t/");
    while (words.hasMoreTokens()) {
      OptionalInt number = PidFileNumber.read(words.nextToken());
      if (number.isEmpty() || pids.size() > 64) {
        throw new BadRowException("nspid is no list of numbers");
      }
      pids.add(number.getAsInt());
    }
    return !pids.isEmpty() && pids.getFirst() == pid ? pids.subList(1, pids.size()) : pids;
  }

  /** What the kernel allots numbers up to, where the row says so. */
  static Optional<Configured> pidMax(Row row, RowOrigin origin) throws BadRowException {
    OptionalLong most = row.number(Column.PID_MAX);
    return most.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Configured(
                origin.provenance("pid_max"),
                new Configured.Setting("kernel.pid_max", most.getAsLong(), OptionalLong.empty())));
  }

  /** A row of a PID-file snapshot; {@code pid} is the file's content. */
  static PidFileSeen pidFile(Row row, RowOrigin origin) throws BadRowException {
    HeldNumber file = held(row);
    return new PidFileSeen(
        origin.provenance(file.path()),
        PidFileSeen.By.SNAPSHOT,
        file.path(),
        file.number(),
        file.modified(),
        file.inode(),
        Actor.UNKNOWN);
  }

  /**
   * A row without a boot: of an image, which tells no more than when the file was written. Where
   * not even that is known, it was so when the snapshot was taken.
   */
  static PidFileSeen imagePidFile(Row row, RawRecord raw, InputContext context)
      throws BadRowException {
    HeldNumber held = held(row);
    Optional<Instant> captured = row.time(Column.CAPTURED_AT);
    Optional<Instant> seen = held.modified().or(() -> captured);
    if (seen.isEmpty()) {
      throw new BadRowException("boot_id, mtime and captured_at are missing");
    }
    Optional<String> host = row.text(Column.HOST);
    return ImageFacts.pidFile(held, seen.get(), host, context.options().host().or(() -> host), raw);
  }

  private static HeldNumber held(Row row) throws BadRowException {
    return new HeldNumber(
        row.needed(Column.PATH),
        PidFileNumber.read(row.text(Column.PID).orElse("")),
        row.time(Column.MTIME),
        row.number(Column.INODE));
  }
}
