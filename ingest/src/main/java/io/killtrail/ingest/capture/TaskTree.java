package io.killtrail.ingest.capture;

import io.killtrail.ingest.snapshot.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All processes and threads below {@code /proc}. For a thread one file is opened, for a process
 * four. All processors read, since the kernel makes the text of each file anew.
 */
final class TaskTree {
  /** So many threads are read at a stretch. */
  private static final int PIECE = 256;

  private final Path proc;
  private final Unseen unseen = new Unseen();

  TaskTree(Path proc) {
    this.proc = proc;
  }

  /** Threads of one process, some of all. */
  private record Piece(int pid, List<Integer> tids) {}

  /** In order of process and number. */
  List<Task> read() {
    int[] pids = numbers(proc.toString());
    if (Arrays.binarySearch(pids, 1) < 0) {
      unseen.hidden();
    }
    List<Piece> pieces = new ArrayList<>();
    for (int pid : pids) {
      cut(pid, numbers(proc + "/" + pid + "/task"), pieces);
    }
    return pieces.parallelStream().flatMap(piece -> read(piece)).toList();
  }

  private static void cut(int pid, int[] tids, List<Piece> pieces) {
    for (int from = 0; from < tids.length; from += PIECE) {
      int end = Math.min(tids.length, from + PIECE);
      pieces.add(new Piece(pid, Arrays.stream(tids, from, end).boxed().toList()));
    }
  }

  private Stream<Task> read(Piece piece) {
    ProcFile file = new ProcFile();
    List<Task> tasks = new ArrayList<>(piece.tids().size());
    String directory = proc + "/" + piece.pid();
    for (int tid : piece.tids()) {
      stat(directory + "/task/" + tid + "/stat", file)
          .ifPresent(stat -> tasks.add(task(piece.pid(), tid, stat, directory, file)));
    }
    return tasks.stream();
  }

  /** Empty when the task has ended. */
  private static Optional<TaskStat> stat(String path, ProcFile file) {
    try {
      file.read(path);
      return TaskStat.read(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Task task(int pid, int tid, TaskStat stat, String directory, ProcFile file) {
    Optional<Task.OfProcess> process =
        pid == tid
            ? Optional.of(new ProcessFiles(directory, file, unseen).read(stat.ofKernel()))
            : Optional.empty();
    return new Task(pid, tid, stat.ppid(), stat.comm(), stat.startTicks(), process);
  }

  /** The entries that are numbers, sorted; none of a directory that is gone. */
  private static int[] numbers(String directory) {
    String[] names = new File(directory).list();
    return names == null
        ? new int[0]
        : IntStream.range(0, names.length)
            .map(i -> number(names[i]))
            .filter(number -> number > 0)
            .sorted()
            .toArray();
  }

  private static int number(String name) {
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || i > 8) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  /** What could not be seen, for people. */
  List<String> unseen() {
    return unseen.told();
  }
}
