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

  private final Map<String, List<PidFileSeen>> byPath = new HashMap<>();
  private final Map<Integer, List<String>> pathsByNumber = new HashMap<>();

  PidFiles(List<PidFileSeen> seen) {
    for (PidFileSeen file : seen) {
      byPath.computeIfAbsent(file.path(), none -> new ArrayList<>()).add(file);
      if (file.number().isPresent()) {
        List<String> paths =
            pathsByNumber.computeIfAbsent(file.number().getAsInt(), none -> new ArrayList<>());
        if (!paths.contains(file.path())) {
          paths.add(file.path());
        }
      }
    }
  }

  /** The files that held this number then, in order of their paths. */
  List<PidFileState> holding(int number, Instant time) {
    List<PidFileState> states = new ArrayList<>();
    for (String path : pathsByNumber.getOrDefault(number, List.of())) {
      at(path, time).filter(state -> state.number() == number).ifPresent(states::add);
    }
    states.sort(Comparator.comparing(PidFileState::path));
    return states;
  }

  /** What the file held then; seen before, or seen later unchanged since before. */
  private Optional<PidFileState> at(String path, Instant time) {
    Optional<PidFileState> state = Optional.empty();
    for (PidFileSeen seen : byPath.getOrDefault(path, List.of())) {
      if (!seen.provenance().time().isAfter(time)) {
        state = state(seen);
      } else if (seen.number().isPresent() && seen.modified().isPresent()) {
        boolean unchangedSince = !seen.modified().get().isAfter(time.plus(TICK));
        return unchangedSince ? state(seen) : state;
      }
    }
    return state;
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
    for (PidFileSeen seen : byPath.getOrDefault(path, List.of())) {
      if (seen.provenance().time().isAfter(time) && seen.number().isPresent()) {
        return state(seen);
      }
    }
    return Optional.empty();
  }

  /** Accesses by this process to PID files. */
  List<PidFileSeen> accessedBy(int pid) {
    List<PidFileSeen> accesses = new ArrayList<>();
    byPath
        .values()
        .forEach(
            seen ->
                seen.stream()
                    .filter(file -> file.accessor().pid().orElse(-1) == pid)
                    .forEach(accesses::add));
    return accesses;
  }
}
