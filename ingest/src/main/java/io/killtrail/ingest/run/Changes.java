package io.killtrail.ingest.run;

import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed in followed files since they were looked at before. */
final class Changes {
  private final RotatedAway rotatedAway = new RotatedAway();
  private Looks before = new Looks();
  private Looks now = new Looks();

  /** One look at all files, by their names: how they were found, or why they could not be read. */
  private static final class Looks {
    private final Map<String, FileLook> files = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    Optional<FileLook> at(Found file) {
      return Optional.ofNullable(files.get(file.name()));
    }

    Optional<String> problem(Found file) {
      return Optional.ofNullable(problems.get(file.name()));
    }
  }

  /** All sets are looked at once more. */
  void begin() {
    now = new Looks();
  }

  /** They have been looked at; what is gone is forgotten. */
  void end() {
    before = now;
  }

  /** What the file was like when it was looked at last. */
  Optional<FileLook> at(Found file) {
    return now.at(file);
  }

  /** The file was not read after all: it will have changed at the next look. */
  void forget(Found file) {
    now.files.remove(file.name());
  }

  /**
   * The files of a set that have changed, oldest first, and before each that is new the one that it
   * goes on with. None when the set is just being rotated: it is soon looked at anew.
   */
  List<Found> in(List<Found> set) {
    List<Found> files = rotatedAway.complete(set, before.files);
    try {
      for (Found file : files) {
        look(file);
      }
    } catch (ReplacedException | NoSuchFileException e) {
      files.forEach(this::asBefore);
      return List.of();
    }
    return changed(files.stream().filter(file -> !isBeingCompressed(file)).toList());
  }

  private void asBefore(Found file) {
    now.files.remove(file.name());
    before.at(file).ifPresent(look -> now.files.put(file.name(), look));
  }

  private List<Found> changed(List<Found> files) {
    List<Found> changed = new ArrayList<>();
    List<Found> older = new ArrayList<>();
    for (Found file : files) {
      if (hasChanged(file)) {
        if (isNew(file) && !older.isEmpty() && !changed.contains(older.getLast())) {
          changed.add(older.getLast());
        }
        changed.add(file);
      }
      if (now.at(file).filter(look -> look.size() > 0).isPresent()) {
        older.add(file);
      }
    }
    return changed;
  }

  private void look(Found file) throws ReplacedException, NoSuchFileException {
    try {
      if (file.problem().isEmpty()) {
        now.files.put(file.name(), FileLook.at(file, Optional.empty()));
      }
    } catch (ReplacedException | NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      now.problems.put(file.name(), Reason.of(e));
    }
  }

  private boolean hasChanged(Found found) {
    boolean same =
        now.at(found).equals(before.at(found)) && now.problem(found).equals(before.problem(found));
    return !same && isThere(found);
  }

  private boolean isThere(Found found) {
    return now.at(found).isPresent() || now.problem(found).isPresent();
  }

  /** Whether it holds other content than any file that was there before. */
  private boolean isNew(Found found) {
    return now.at(found)
        .filter(
            look ->
                before.files.values().stream()
                    .noneMatch(last -> last.size() > 0 && look.grewFrom(last)))
        .isPresent();
  }

  /** Its plain form, which holds the same, is there until it is done. */
  private boolean isBeingCompressed(Found found) {
    String name = found.name();
    String plain = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return now.at(found).filter(look -> !look.isPlain()).isPresent()
        && now.files.containsKey(plain);
  }
}
