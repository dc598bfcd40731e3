package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A process was seen at a time.
 *
 * @param comm its command name, where the sighting is of the process and not of one of its threads
 * @param id the fact that says so
 */
record Sighting(
    Instant time,
    Kind kind,
    OptionalInt ppid,
    Optional<String> comm,
    Optional<String> exe,
    Optional<String> command,
    Optional<String> unit,
    Optional<Instant> started,
    List<Integer> namespacePids,
    FactId id) {

  /** How it was seen, which tells what can be concluded from it. */
  enum Kind {
    SNAPSHOT,
    EXEC,
    FORK,
    CALL,
    JOURNAL,
    /** It sent a signal. */
    SENDER,
    /** It was signalled: a zombie can be, so this shows no life. */
    TARGET,
    /** The service manager named it. */
    MANAGER,
    EXIT
  }

  /** Whether a dead process could not have been seen so. */
  boolean showsLife() {
    return switch (kind) {
      case SNAPSHOT, EXEC, FORK, CALL, JOURNAL, SENDER -> true;
      case TARGET, MANAGER, EXIT -> false;
    };
  }
}
