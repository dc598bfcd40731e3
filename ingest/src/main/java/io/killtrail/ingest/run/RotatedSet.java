package io.killtrail.ingest.run;

import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The files of one log, each once and the oldest first. To read them can take so long that they are
 * rotated meanwhile: then they are found again under their new names.
 */
final class RotatedSet {
  private static final int MOST_LISTINGS = 10;

  private Deque<Found> left;
  private Optional<Found> given = Optional.empty();
  private int listings;

  RotatedSet(List<Found> listed) {
    this.left = new ArrayDeque<>(listed);
  }

  boolean hasNext() {
    return !left.isEmpty();
  }

  /** The next file. What it holds continues what the file before held. */
  Found next() {
    return left.getFirst();
  }

  /** The next file was read, or can't be. */
  void done() {
    given = Optional.of(left.removeFirst());
  }

  /** What was not given yet. */
  List<Found> left() {
    return List.copyOf(left);
  }

  /** Whether nothing of what follows the next file goes on with its events. */
  boolean isLast() {
    return left.stream().skip(1).allMatch(file -> Ingester.size(file) == 0);
  }

  /**
   * Another file stands where the next one stood: lists what is newer than the last that was given.
   * What the user named is read as named.
   *
   * @return whether there is something to go on with
   */
  boolean listAgain() {
    Found moved = left.getFirst();
    try {
      left = new ArrayDeque<>(moved.named() ? named() : newer(Discovery.setOf(moved)));
    } catch (IOException e) {
      return false; // said of the file
    }
    return ++listings < MOST_LISTINGS;
  }

  private List<Found> named() {
    Discovery discovery = new Discovery();
    left.forEach(file -> discovery.add(file.path()));
    return discovery.sets().stream().flatMap(List::stream).toList();
  }

  private List<Found> newer(List<Found> listed) {
    for (int i = 0; i < listed.size(); i++) {
      if (given.filter(listed.get(i)::isSameFile).isPresent()) {
        return listed.subList(i + 1, listed.size());
      }
    }
    return listed;
  }
}
