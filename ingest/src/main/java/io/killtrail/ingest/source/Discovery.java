package io.killtrail.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the files that named paths stand for: directories with all that is below them, sorted, each
 * directory once however many links lead to it. Devices, sockets and pipes inside directories are
 * passed over.
 */
public final class Discovery {
  private final Map<Path, List<Found>> sets = new LinkedHashMap<>();
  private final Set<Path> visited = new HashSet<>();

  /** Takes up a path that the user named. */
  public void add(Path named) {
    Path path = named.toAbsolutePath().normalize();
    String root = named.toString();
    if (Files.isDirectory(path)) {
      walk(path, root);
    } else if (Files.isRegularFile(path)) {
      keep(new Found(path, root, true, Optional.empty()));
    } else {
      String problem = Files.exists(path) ? "neither a file nor a directory" : "no such file";
      keep(new Found(path, root, true, Optional.of(problem)));
    }
  }

  /** Takes up a file that was found another way. */
  public void add(Found found) {
    keep(found);
  }

  /** Everything found: files rotated from one log together, the oldest first. */
  public Collection<List<Found>> sets() {
    sets.values().forEach(set -> set.sort(Comparator.comparingLong(Discovery::newness)));
    return sets.values();
  }

  /**
   * The files that are of one set with this one now, the oldest first.
   *
   * @throws IOException when its directory cannot be listed
   */
  public static List<Found> setOf(Found one) throws IOException {
    Path set = RotationName.of(one.path()).set();
    List<Found> files = new ArrayList<>();
    for (Path entry : entries(RotationName.of(one.path()).directory())) {
      if (Files.isRegularFile(entry) && RotationName.of(entry).set().equals(set)) {
        files.add(new Found(entry, one.root(), false, Optional.empty()));
      }
    }
    files.sort(Comparator.comparingLong(Discovery::newness));
    return files;
  }

  private static long newness(Found found) {
    return -RotationName.of(found.path()).age();
  }

  private void keep(Found found) {
    sets.computeIfAbsent(RotationName.of(found.path()).set(), s -> new ArrayList<>()).add(found);
  }

  private void walk(Path directory, String root) {
    try {
      if (visited.add(directory.toRealPath())) {
        for (Path entry : entries(directory)) {
          enter(entry, root);
        }
      }
    } catch (IOException e) {
      keep(new Found(directory, root, false, Optional.of("cannot be listed: " + Reason.of(e))));
    }
  }

  private void enter(Path entry, String root) {
    if (Files.isDirectory(entry)) {
      walk(entry, root);
    } else if (Files.isRegularFile(entry)) {
      keep(new Found(entry, root, false, Optional.empty()));
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
