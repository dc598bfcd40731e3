package io.killtrail.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
  private static final int MOST_LOOKS = 5;

  private final Map<Path, List<Found>> sets = new LinkedHashMap<>();
  private final Set<Path> visited = new HashSet<>();

  /**
   * Finds what these paths stand for. Files may be rotated meanwhile: so it is looked for again
   * until that shows the same.
   *
   * @param before what was found earlier, which does for the first time
   */
  public static Discovery of(List<Path> named, Discovery before) {
    Discovery last = before;
    Discovery now = of(named);
    for (int i = 0; i < MOST_LOOKS && !now.sameAs(last); i++) {
      last = now;
      now = of(named);
    }
    return now;
  }

  private static Discovery of(List<Path> named) {
    Discovery discovery = new Discovery();
    named.forEach(discovery::add);
    discovery.sets();
    return discovery;
  }

  /** Whether the same paths lead to the same files. */
  private boolean sameAs(Discovery other) {
    return sets.equals(other.sets);
  }

  /** Takes up a path that the user named. */
  public void add(Path named) {
    Path path = named.toAbsolutePath().normalize();
    String root = named.toString();
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      if (!enter(path, root, true, file)) {
        keep(new Found(path, root, true, Optional.of("neither a file nor a directory")));
      }
    } catch (IOException e) {
      keep(new Found(path, root, true, Optional.of(Reason.of(e))));
    }
  }

  /** Takes up a file that was found another way. */
  public void add(Found found) {
    keep(found);
  }

  /** Whether their names are those of files rotated from one log. */
  public static boolean sameSet(Path one, Path other) {
    return RotationName.of(one).set().equals(RotationName.of(other).set());
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
    List<Found> files = new ArrayList<>();
    for (Path entry : entries(RotationName.of(one.path()).directory())) {
      if (sameSet(entry, one.path())) {
        attributes(entry)
            .filter(BasicFileAttributes::isRegularFile)
            .map(file -> Found.file(entry, one.root(), false, FileKey.of(file)))
            .ifPresent(files::add);
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
          attributes(entry).ifPresent(file -> enter(entry, root, false, file));
        }
      }
    } catch (IOException e) {
      keep(new Found(directory, root, false, Optional.of("cannot be listed: " + Reason.of(e))));
    }
  }

  /** Whether it is something that holds evidence. */
  private boolean enter(Path entry, String root, boolean named, BasicFileAttributes file) {
    if (file.isDirectory()) {
      walk(entry, root);
    } else if (file.isRegularFile()) {
      keep(Found.file(entry, root, named, FileKey.of(file)));
    }
    return file.isDirectory() || file.isRegularFile();
  }

  /** Of what the path leads to; empty when that is nothing, or may not be looked at. */
  private static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
