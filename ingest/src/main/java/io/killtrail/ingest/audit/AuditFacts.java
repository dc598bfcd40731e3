package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.BootSeen;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** Makes facts of complete events. */
final class AuditFacts {
  private static final String RESET = "/reset";

  private final Workbench bench = new Workbench();
  private final Sightings sightings = new Sightings();

  /** All that an event says; given again, with the same ids, when it has grown. */
  void give(AuditEvent event, FactSink sink) {
    EventReading reading = new EventReading(event, bench);
    switch (reading.mainType()) {
      case SERVICE_START, SERVICE_STOP -> UnitFacts.give(reading, sink);
      case SYSTEM_BOOT, SYSTEM_SHUTDOWN, DAEMON_START, DAEMON_END -> BootFacts.give(reading, sink);
      case USER_AVC -> AccessFacts.give(reading, sink);
      case USER_CMD -> UserFacts.give(reading, sink);
      case SYSCALL, OBJ_PID, EXECVE, CWD, PATH, PROCTITLE, CONFIG_CHANGE, ANOM_ABEND ->
          parts(reading, sink);
      case DAEMON_OTHER, EOE, OTHER -> {
        // Says nothing about processes.
      }
    }
  }

  /** The record is the first of a new boot. */
  void serialsBeganAnew(AuditEvent event, FactSink sink) {
    sightings.clear();
    EventReading reading = new EventReading(event, bench);
    sink.fact(
        new BootSeen(reading.provenance(RESET), BootSeen.Sign.SERIAL_RESET, Optional.empty()));
  }

  /** In a fixed order, since the facts of an event are numbered. */
  private void parts(EventReading reading, FactSink sink) {
    SignalFacts.give(reading, sightings, sink);
    ExitFacts.give(reading, sightings, sink);
    PidFileFacts.give(reading, sink);
    RuleFacts.give(reading, sink);
    ProcessFacts.give(reading, sightings, sink);
  }

  void save(DataOutput out) throws IOException {
    sightings.save(out);
  }

  void restore(DataInput in) throws IOException {
    sightings.restore(in);
  }
}
