package io.killtrail.ingest.journalfile;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** The journalctl(1) of this machine, if it has one. */
public final class Journalctl {
  /** There is none. */
  public static final Journalctl MISSING = new Journalctl(Optional.empty(), "");

  private static final String NAME = "journalctl";

  private final Optional<Path> program;
  private final String searchPath;

  private Journalctl(Optional<Path> program, String searchPath) {
    this.program = program;
    this.searchPath = searchPath;
  }

  /**
   * Looks for it.
   *
   * @param searchPath directories with colons between, as in {@code PATH}; those that are not
   *     absolute do not count, since evidence may lie in the directory that is current
   */
  public static Journalctl on(String searchPath) {
    StringTokenizer directories = new StringTokenizer(searchPath, ":");
    while (directories.hasMoreTokens()) {
      Optional<Path> program = in(directories.nextToken());
      if (program.isPresent()) {
        return new Journalctl(program, searchPath);
      }
    }
    return MISSING;
  }

  private static Optional<Path> in(String directory) {
    try {
      Path program = Path.of(directory, NAME);
      boolean usable =
          program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program);
      return usable ? Optional.of(program) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether this machine has one. */
  public boolean installed() {
    return program.isPresent();
  }

  /** Starts it over these files; it gives their entries as JSON, each once and in order. */
  Process start(List<Path> files) throws IOException {
    return start(
        files.stream().map(file -> "--file=" + FileName.pattern(file)).toList(), Redirect.PIPE);
  }

  /**
   * Starts it over the journal of this machine.
   *
   * @param behind the cursor of the entry behind which it begins, else it begins with the first
   * @param follow whether it goes on with entries to come
   */
  public Process start(Optional<String> behind, boolean follow) throws IOException {
    List<String> words = new ArrayList<>();
    behind.ifPresent(cursor -> words.add("--after-cursor=" + cursor));
    if (follow) {
      words.addAll(List.of("--follow", "--no-tail"));
    }
    return start(words, Redirect.INHERIT);
  }

  private Process start(List<String> more, Redirect errors) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(program.orElseThrow().toString(), "--no-pager", "-o", "json"));
    // Else fields of more than 4096 bytes come as null.
    words.add("--all");
    words.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(errors);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("SYSTEMD_COLORS", "0");
    environment.put("PATH", searchPath);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
