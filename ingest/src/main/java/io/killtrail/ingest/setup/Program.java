package io.killtrail.ingest.setup;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program of this host that tells of it, run for a limited time, of limited words. What it said
 * is kept, so that all who ask are told of the same moment.
 */
final class Program {
  /** More than any of them has to say. */
  static final int LONGEST = 1 << 20;

  private final Optional<Path> file;
  private final Duration limit;
  private final Map<List<String>, Optional<String>> said = new HashMap<>();

  private Program(Optional<Path> file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  /** Looks for it; users' search paths lack those of the administrator. */
  static Program in(List<Path> directories, String name, Duration limit) {
    return new Program(
        directories.stream()
            .filter(Path::isAbsolute)
            .map(directory -> directory.resolve(name))
            .filter(found -> Files.isRegularFile(found) && Files.isExecutable(found))
            .findFirst(),
        limit);
  }

  boolean installed() {
    return file.isPresent();
  }

  /** What it prints; empty when it fails, says nothing, or takes too long. */
  Optional<String> say(String... arguments) {
    return said.computeIfAbsent(List.of(arguments), this::ask);
  }

  private Optional<String> ask(List<String> arguments) {
    try {
      return file.isPresent() ? run(arguments) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it cannot be started, which is as good as not there
    }
  }

  private Optional<String> run(List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(file.orElseThrow().toString()));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LC_ALL", "C");
    environment.put("SYSTEMD_COLORS", "0");
    environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      Optional<String> said = read(process);
      return said.filter(text -> !text.isBlank() && ended(process));
    } finally {
      process.destroyForcibly();
    }
  }

  private Optional<String> read(Process process) {
    InputStream out = process.getInputStream();
    FutureTask<byte[]> reading = new FutureTask<>(() -> out.readNBytes(LONGEST));
    Thread reader = new Thread(reading, "reads " + file.orElseThrow().getFileName());
    reader.setDaemon(true);
    reader.start();
    try {
      byte[] said = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(new String(said, StandardCharsets.UTF_8));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private boolean ended(Process process) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
