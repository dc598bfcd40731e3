package io.killtrail.ingest.capture;

import io.killtrail.ingest.snapshot.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is the same for all threads of a process. */
final class ProcessFiles {
  private static final byte[] UID = "Uid:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NAMESPACE_PIDS = "NSpid:".getBytes(StandardCharsets.US_ASCII);

  private final String directory;
  private final ProcFile file;
  private final Unseen unseen;

  ProcessFiles(String directory, ProcFile file, Unseen unseen) {
    this.directory = directory;
    this.file = file;
    this.unseen = unseen;
  }

  Task.OfProcess read(boolean ofKernel) {
    Optional<String> exe = ofKernel ? Optional.empty() : exe();
    Optional<String> unit =
        ofKernel || !opens("cgroup") ? Optional.empty() : ControlGroup.unit(file);
    boolean status = opens("status");
    return new Task.OfProcess(
        exe, unit, status ? uid() : OptionalLong.empty(), status ? namespacePids() : List.of());
  }

  /** A zombie has none any more; of another user's process only root may know it. */
  private Optional<String> exe() {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of(directory, "exe")).toString());
    } catch (AccessDeniedException e) {
      unseen.exe();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean opens(String name) {
    try {
      file.read(directory + "/" + name);
      return true;
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  private OptionalLong uid() {
    int at = file.value(UID);
    return at < 0
        ? OptionalLong.empty()
        : OptionalLong.of(new Numbers(file.bytes(), at, file.length()).next());
  }

  private List<Integer> namespacePids() {
    List<Integer> pids = new ArrayList<>();
    int at = file.value(NAMESPACE_PIDS);
    Numbers numbers = new Numbers(file.bytes(), Math.max(at, 0), file.length());
    while (at >= 0 && numbers.more()) {
      pids.add((int) numbers.next());
    }
    return pids;
  }
}
