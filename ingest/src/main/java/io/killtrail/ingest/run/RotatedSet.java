package io.killtrail.ingest.run;

import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The files of one log, each once and the oldest first. To read them can take so long that they are
 * rotated meanwhile: then they are found again under their new names.
 */
final class RotatedSet {
  private static final String NONE = "";

  private final Set<String> given = new HashSet<>();
  private Deque<Listed> left;

  /** Device and inode of a file when it was listed; empty where the file system has none. */
  private record Listed(Found found, String key) {
    static Listed now(Found found) {
      return new Listed(found, keyOf(found));
    }

    private static String keyOf(Found found) {
      try {
        return Objects.toString(
            Files.readAttributes(found.path(), BasicFileAttributes.class).fileKey(), NONE);
      } catch (IOException e) {
        return NONE; // gone, or said when it is read
      }
    }

    /** Whether another file, or none, stands there now; what the user named is read as named. */
    boolean moved() {
      boolean file = found.name().equals(found.path().toString()) && !found.named();
      return file && !key.equals(NONE) && !key.equals(keyOf(found));
    }
  }

  RotatedSet(List<Found> listed) {
    this.left = list(listed);
  }

  private Deque<Listed> list(List<Found> files) {
    Deque<Listed> listed = new ArrayDeque<>();
    files.stream()
        .map(Listed::now)
        .filter(file -> !given.contains(file.key()))
        .forEach(listed::add);
    return listed;
  }

  boolean hasNext() {
    return !left.isEmpty();
  }

  /** The next file. What it holds continues what the file before held. */
  Found next() {
    if (left.getFirst().moved()) {
      listAgain(left.getFirst().found());
    }
    Listed next = left.removeFirst();
    if (!next.key().equals(NONE)) {
      given.add(next.key());
    }
    return next.found();
  }

  private void listAgain(Found one) {
    try {
      Deque<Listed> now = list(new ArrayList<>(Discovery.setOf(one)));
      left = now.isEmpty() ? left : now;
    } catch (IOException e) {
      // Said of the files when they are read.
    }
  }
}
