package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.fact.UnitChanged.Started;
import io.killtrail.ingest.fact.UnitChanged.Starting;
import io.killtrail.ingest.fact.UnitChanged.Stopped;
import io.killtrail.ingest.fact.UnitChanged.Stopping;
import java.util.Optional;

/** Where a unit's job stands. */
enum JobPhase {
  STARTING,
  STARTED,
  STOPPING,
  STOPPED;

  /** The phase that a MESSAGE_ID tells. */
  static Optional<JobPhase> ofMessageId(String id) {
    return switch (id) {
      case MessageId.STARTING -> Optional.of(STARTING);
      case MessageId.STARTED -> Optional.of(STARTED);
      case MessageId.STOPPING -> Optional.of(STOPPING);
      case MessageId.STOPPED -> Optional.of(STOPPED);
      default -> Optional.empty();
    };
  }

  /**
   * The unit's change.
   *
   * @param fields JOB_TYPE and JOB_RESULT, where the journal has them
   * @param timedOut whether the text says that the stop job timed out
   */
  Optional<Change> change(Fields fields, boolean timedOut) {
    Optional<String> result = fields.get(JournalField.JOB_RESULT);
    return switch (this) {
      case STARTING -> Optional.of(new Starting());
      // A start job can end without a start: skipped, dependency, canceled.
      case STARTED ->
          result.filter(r -> !r.equals("done")).isPresent()
              ? Optional.empty()
              : Optional.of(new Started());
      case STOPPING -> Optional.of(new Stopping(fields.get(JournalField.JOB_TYPE)));
      case STOPPED ->
          Optional.of(new Stopped(timedOut ? result.or(() -> Optional.of("timeout")) : result));
    };
  }
}
