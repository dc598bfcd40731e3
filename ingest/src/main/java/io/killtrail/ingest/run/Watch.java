package io.killtrail.ingest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits until files may have changed: inotify(7) says so at once. It says nothing of network file
 * systems, and may be missing: so every wait ends after a while all the same.
 */
final class Watch implements AutoCloseable {
  /**
   * After a change, time for more of it; a log that is written to all the time is read so often.
   */
  private static final Duration SETTLE = Duration.ofMillis(300);

  /** How soon it is noticed that somebody asks to stop. */
  private static final Duration SLICE = Duration.ofMillis(200);

  private final Optional<WatchService> service;
  private final BooleanSupplier stopping;
  private final Set<Path> watched = new HashSet<>();

  private Watch(Optional<WatchService> service, BooleanSupplier stopping) {
    this.service = service;
    this.stopping = stopping;
  }

  /** Watches the directories that these paths are, or lie in. */
  static Watch on(List<Path> paths, BooleanSupplier stopping) {
    Watch watch = new Watch(open(), stopping);
    watch.register(paths);
    return watch;
  }

  /** Looks now and then, as where nothing says that files have changed. */
  static Watch polling(BooleanSupplier stopping) {
    return new Watch(Optional.empty(), stopping);
  }

  private static Optional<WatchService> open() {
    try {
      return Optional.of(FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // too many watches of this user: looking now and then does it too
    }
  }

  /** Directories that were not there before may be by now. */
  void register(List<Path> paths) {
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath();
      Path directory = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      if (directory != null && !watched.contains(directory) && register(directory)) {
        watched.add(directory);
      }
    }
  }

  private boolean register(Path directory) {
    if (service.isEmpty()) {
      return false;
    }
    try {
      directory.register(
          service.get(),
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return true;
    } catch (IOException | ClosedWatchServiceException e) {
      return false;
    }
  }

  /** Waits for a change, for somebody who asks to stop, or for that long. */
  void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    boolean changed = false;
    while (!changed && !stopping.getAsBoolean() && System.nanoTime() < end) {
      changed = changed();
    }
    if (changed) {
      Thread.sleep(SETTLE);
      changed();
    }
  }

  private boolean changed() throws InterruptedException {
    if (service.isEmpty()) {
      Thread.sleep(SLICE);
      return false;
    }
    WatchKey key = service.get().poll(SLICE.toMillis(), TimeUnit.MILLISECONDS);
    boolean any = key != null;
    while (key != null) {
      key.pollEvents();
      if (!key.reset()) {
        watched.remove((Path) key.watchable());
      }
      key = service.get().poll();
    }
    return any;
  }

  @Override
  public void close() {
    service.ifPresent(Watch::close);
  }

  private static void close(WatchService service) {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
