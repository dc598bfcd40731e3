package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
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
  private static final String START = "start_epoch";

  private SnapshotRows() {}

  /** A row of a process snapshot: a process, or a thread of one; {@code pid} is the tgid. */
  static Fact task(Row row, RowOrigin origin) throws BadRowException {
    int pid = row.id("pid");
    int tid = row.id("tid");
    Optional<Instant> started = row.time(START);
    return tid == pid
        ? process(pid, started, row, origin)
        : new ThreadSeen(
            origin.provenance(Integer.toString(tid)), tid, pid, row.text("comm"), started);
  }

  private static ProcessSeen process(int pid, Optional<Instant> started, Row row, RowOrigin origin)
      throws BadRowException {
    return new ProcessSeen(
        origin.provenance(Integer.toString(pid)),
        ProcessSeen.By.SNAPSHOT,
        actor(pid, row),
        started,
        row.text("unit"),
        namespacePids(pid, row.text("nspid").orElse("")));
  }

  private static Actor actor(int pid, Row row) throws BadRowException {
    return new Actor(
        OptionalInt.of(pid),
        row.integer("ppid"),
        row.text("comm"),
        row.text("exe"),
        row.text("cmdline"),
        row.user("auid"),
        row.user("uid"),
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

  /** A row of a PID-file snapshot; {@code pid} is the file's content. */
  static PidFileSeen pidFile(Row row, RowOrigin origin) throws BadRowException {
    String path = row.needed("path");
    return new PidFileSeen(
        origin.provenance(path),
        PidFileSeen.By.SNAPSHOT,
        path,
        PidFileNumber.read(row.text("pid").orElse("")),
        row.time("mtime"),
        row.number("inode"),
        Actor.UNKNOWN);
  }
}
