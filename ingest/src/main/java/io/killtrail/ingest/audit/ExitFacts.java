package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import java.util.Optional;
import java.util.OptionalInt;

/** Ends of processes: exit_group with its status, and ANOM_ABEND. */
final class ExitFacts {
  /** What the parent gets to see of a status (exit(3)). */
  private static final int STATUS_BITS = 0xff;

  private ExitFacts() {}

  static void give(EventReading event, Sightings sightings, FactSink sink) {
    if (ends(event)) {
      RecordFields fields = event.main();
      OptionalInt status = status(fields);
      give(event, fields, Witness.EXIT_CALL, How.EXITED, status, sightings, sink);
    }
    for (AuditRecord record : event.all(RecordType.ANOM_ABEND)) {
      RecordFields fields = event.fields(record);
      // It tells the signal, not whether a core was written.
      give(event, fields, Witness.ABEND, How.KILLED, fields.id(FieldKey.SIG), sightings, sink);
    }
  }

  /**
   * exit ends one thread; C libraries call it with 0 for that, and a whole process by exit_group.
   */
  private static boolean ends(EventReading event) {
    return switch (event.call()) {
      case EXIT_GROUP -> true;
      case EXIT -> status(event.main()).orElse(0) != 0;
      default -> false;
    };
  }

  private static OptionalInt status(RecordFields fields) {
    OptionalInt argument =
        fields.is(FieldKey.A0, "EXIT_SUCCESS") ? OptionalInt.of(0) : fields.register(FieldKey.A0);
    return argument.isPresent()
        ? OptionalInt.of(argument.getAsInt() & STATUS_BITS)
        : OptionalInt.empty();
  }

  private static void give(
      EventReading event,
      RecordFields fields,
      Witness witness,
      How how,
      OptionalInt status,
      Sightings sightings,
      FactSink sink) {
    OptionalInt pid = fields.id(FieldKey.PID);
    pid.ifPresent(number -> sightings.forget(event.node(), number));
    sink.fact(
        new ProcessExited(
            event.provenance(),
            witness,
            pid,
            fields.text(FieldKey.COMM),
            fields.text(FieldKey.EXE),
            Optional.empty(),
            Optional.of(how),
            status));
  }
}
