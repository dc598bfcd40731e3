package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.PidFileSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What every PID file held when. */
final class PidFiles {
  /** Coarse clocks: a file written in the same moment counts as written before. */
  private static final Duration TICK = Duration.ofMillis(10);

  private final Boots boots;
  private final Map<String, List<PidFileSeen>> byPlace = new HashMap<>();
  private final Map<Integer, List<String>> placesByNumber = new HashMap<>();

  PidFiles(List<PidFileSeen> seen, Boots boots) {
    this.boots = boots;
    for (PidFileSeen file : seen) {
      String place = PidFilePath.place(file.path());
      byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(file);
      if (file.number().isPresent()) {
        List<String> places =
            placesByNumber.computeIfAbsent(file.number().getAsInt(), none -> new ArrayList<>());
        if (!places.contains(place)) {
          places.add(place);
        }
      }
    }
  }

  /** The files that held this number then, in order of their paths. */
  List<PidFileState> holding(int number, Instant time) {
    List<PidFileState> states = new ArrayList<>();
    for (String place : placesByNumber.getOrDefault(number, List.of())) {
      held(place, time).filter(state -> state.number() == number).ifPresent(states::add);
    }
    states.sort(Comparator.comparing(PidFileState::path));
    return states;
  }

  /** What this file held then. */
  Optional<PidFileState> at(String path, Instant time) {
    return held(PidFilePath.place(path), time);
  }

  /** What the file held then; seen before, or seen later unchanged since before. */
  private Optional<PidFileState> held(String place, Instant time) {
    Optional<PidFileSeen> held = Optional.empty();
    for (PidFileSeen seen : byPlace.getOrDefault(place, List.of())) {
      if (!outlives(seen, time)) {
        continue;
      }
      if (!seen.provenance().time().isAfter(time)) {
        held = leftBy(seen, held);
      } else if (seen.number().isPresent() && seen.modified().isPresent()) {
        boolean unchangedSince = !seen.modified().get().isAfter(time.plus(TICK));
        return (unchangedSince ? Optional.of(seen) : held).flatMap(PidFiles::state);
      }
    }
    return held.flatMap(PidFiles::state);
  }

  /** A file that is gone at every boot is not there in the next. */
  private boolean outlives(PidFileSeen seen, Instant time) {
    return !PidFilePath.clearedAtBoot(seen.path())
        || boots.at(seen.provenance().time()).number() == boots.at(time).number();
  }

  /** Reading leaves what was there, unless it was another file that was read. */
  private static Optional<PidFileSeen> leftBy(PidFileSeen seen, Optional<PidFileSeen> before) {
    boolean read = seen.by() == PidFileSeen.By.READ && seen.number().isEmpty();
    return read ? before.filter(known -> sameInode(known, seen)) : Optional.of(seen);
  }

  private static boolean sameInode(PidFileSeen one, PidFileSeen other) {
    return one.inode().isEmpty()
        || other.inode().isEmpty()
        || one.inode().getAsLong() == other.inode().getAsLong();
  }

  private static Optional<PidFileState> state(PidFileSeen seen) {
    OptionalInt number = seen.number();
    return number.isPresent()
        ? Optional.of(
            new PidFileState(
                seen.path(),
                number.getAsInt(),
                seen.modified(),
                seen.provenance().time(),
                seen.provenance().id()))
        : Optional.empty();
  }

  /** What the file was next seen to hold after this time. */
  Optional<PidFileState> next(String path, Instant time) {
    for (PidFileSeen seen : byPlace.getOrDefault(PidFilePath.place(path), List.of())) {
      if (seen.provenance().time().isAfter(time) && seen.number().isPresent()) {
        return state(seen);
      }
    }
    return Optional.empty();
  }

  /** Accesses by this process to PID files; what a child reads may be for it: {@code $(cat F)}. */
  List<PidFileSeen> accessedBy(int pid) {
    List<PidFileSeen> accesses = new ArrayList<>();
    byPlace
        .values()
        .forEach(seen -> seen.stream().filter(file -> by(file, pid)).forEach(accesses::add));
    return accesses;
  }

  private static boolean by(PidFileSeen file, int pid) {
    boolean its = file.accessor().pid().equals(OptionalInt.of(pid));
    return its
        || (file.by() == PidFileSeen.By.READ && file.accessor().ppid().equals(OptionalInt.of(pid)));
  }
}
