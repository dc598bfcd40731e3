package io.killtrail.ingest.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A root directory and a {@code /proc} made by hand. */
final class MadeUpHost {
  static final String BOOT = "2b83f51991ac42c386393666cd7407d1";

  private final Path root;
  private final Path proc;

  MadeUpHost(Path directory) throws IOException {
    root = Files.createDirectory(directory.resolve("root"));
    proc = Files.createDirectory(directory.resolve("proc"));
    write(proc.resolve("sys/kernel/random/boot_id"), "2b83f519-91ac-42c3-8639-3666cd7407d1\n");
    write(proc.resolve("sys/kernel/hostname"), "web01\n");
    write(proc.resolve("sys/kernel/pid_max"), "32768\n");
    write(proc.resolve("uptime"), "100.00 180.00\n");
  }

  Path root() {
    return root;
  }

  Path proc() {
    return proc;
  }

  /** A file below the root directory. */
  Path file(String path, String content) throws IOException {
    return write(root.resolve(path.substring(1)), content);
  }

  /** A file below {@code /proc}. */
  void proc(String path, String content) throws IOException {
    write(proc.resolve(path), content);
  }

  /** A process of one thread. */
  void process(int pid, int ppid, String comm, long startTicks, String unit) throws IOException {
    thread(pid, pid, ppid, comm, startTicks);
    proc(pid + "/cgroup", "0::/system.slice/" + unit + "\n");
    proc(pid + "/status", "Name:\tx\nUid:\t33\t33\t33\t33\nNSpid:\t" + pid + "\n");
    Files.createSymbolicLink(proc.resolve(pid + "/exe"), Path.of("/usr/sbin/" + comm));
  }

  /** A thread of the kernel: asking for its executable is an error. */
  void kernelThread(int pid, int ppid, String comm) throws IOException {
    task(pid, pid, ppid, comm, 0, 0x208040);
    Files.createSymbolicLink(proc.resolve(pid + "/exe"), Path.of("/not/to/be/asked"));
    proc(pid + "/status", "Name:\tx\nUid:\t0\t0\t0\t0\nNSpid:\t" + pid + "\n");
  }

  void thread(int pid, int tid, int ppid, String comm, long startTicks) throws IOException {
    task(pid, tid, ppid, comm, startTicks, 0x400000);
  }

  private void task(int pid, int tid, int ppid, String comm, long startTicks, long flags)
      throws IOException {
    String numbers = " 1 1 0 -1 " + flags + " 9 0 0 0 1 2 0 0 20 0 1 0 ";
    proc(
        pid + "/task/" + tid + "/stat",
        tid + " (" + comm + ") S " + ppid + numbers + startTicks + " 1 2 3\n");
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
