package io.killtrail.ingest.run;

import io.killtrail.ingest.source.Decompression;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Expansion;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a followed log went that the user named by itself: when it is rotated, what was written to
 * it last lies under a name that nobody told.
 */
final class RotatedAway {
  private final Map<String, List<Found>> former = new HashMap<>();

  /**
   * The set, with the files that its named logs were before, and those that came after them.
   *
   * @param before the last look at each file
   */
  List<Found> complete(List<Found> set, Map<String, FileLook> before) {
    List<Found> all = new ArrayList<>();
    for (Found found : set) {
      if (found.named()) {
        rotated(found, before);
        former.getOrDefault(found.name(), List.of()).stream()
            .filter(file -> Files.exists(file.path()) && !isIn(set, file))
            .forEach(all::add);
      }
      all.add(found);
    }
    return all;
  }

  private static boolean isIn(List<Found> set, Found file) {
    return set.stream().anyMatch(other -> other.path().equals(file.path()));
  }

  private void rotated(Found log, Map<String, FileLook> before) {
    Optional<FileLook> last = Optional.ofNullable(before.get(log.name()));
    if (last.filter(look -> look.size() > 0 && isAnother(log, look)).isPresent()) {
      find(log, last.get()).ifPresent(files -> former.put(log.name(), files));
    }
  }

  /** The log as it was, and all files that are newer, but for the one that it is now. */
  private static Optional<List<Found>> find(Found log, FileLook last) {
    try {
      List<Found> files = new ArrayList<>(Discovery.setOf(log));
      files.removeIf(file -> file.path().equals(log.path()));
      return files.stream()
          .filter(file -> was(file, last))
          .findFirst()
          .map(file -> List.copyOf(files.subList(files.indexOf(file), files.size())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isAnother(Found log, FileLook last) {
    try {
      return !FileLook.at(log.path()).grewFrom(last);
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether the file begins as that one did. */
  private static boolean was(Found file, FileLook last) {
    try (InputStream raw = Files.newInputStream(file.path());
        InputStream plain = Decompression.open(raw, Expansion.ofFile())) {
      byte[] beginning = plain.readNBytes(last.beginning().length());
      return new String(beginning, StandardCharsets.ISO_8859_1).equals(last.beginning());
    } catch (IOException e) {
      return false;
    }
  }
}
