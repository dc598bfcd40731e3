package io.killtrail.ingest.journalfile;

import java.io.IOException;
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

  boolean installed() {
    return program.isPresent();
  }

  /** Starts it over these files; it gives their entries as JSON, each once and in order. */
  Process start(List<Path> files) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(program.orElseThrow().toString(), "--no-pager", "-o", "json"));
    // Else fields of more than 4096 bytes come as null.
    words.add("--all");
    files.forEach(file -> words.add("--file=" + FileName.pattern(file)));
    ProcessBuilder builder = new ProcessBuilder(words);
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
