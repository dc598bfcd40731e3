package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ProcessSeen.By;
import java.util.List;
import java.util.Optional;

/** USER_CMD: what sudo was asked to run, and by whom; what it refused was not run. */
final class UserFacts {
  private static final String USUAL_WRITER = "sudo";

  private UserFacts() {}

  static void give(EventReading event, FactSink sink) {
    RecordFields fields = event.main();
    if (fields.id(FieldKey.PID).isPresent()) {
      Optional<String> comm = fields.text(FieldKey.COMM).or(() -> Optional.of(USUAL_WRITER));
      Optional<String> command =
          fields
              .text(FieldKey.CMD)
              .filter(asked -> !fields.is(FieldKey.RES, "failed"))
              .flatMap(Actors::command);
      sink.fact(
          new ProcessSeen(
              event.provenance(),
              By.USER_RECORD,
              Actors.user(fields, comm, command),
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }
  }
}
