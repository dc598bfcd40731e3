package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.fact.UnitChanged.Deactivated;
import io.killtrail.ingest.fact.UnitChanged.Failed;
import io.killtrail.ingest.fact.UnitChanged.OutOfMemory;
import io.killtrail.ingest.fact.UnitChanged.RestartScheduled;
import io.killtrail.ingest.fact.UnitChanged.Witness;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a service manager (PID 1 or {@code systemd --user}) says of its units: by MESSAGE_ID and
 * fields where there are any, else by the wording.
 */
final class UnitMessages implements MessageReader {

  @Override
  public void read(Message message, EntryFacts facts) {
    if (message.fromSystemManager()) {
      read(message, Witness.SYSTEM_MANAGER, facts);
    } else if (message.fromUserManager()) {
      read(message, Witness.USER_MANAGER, facts);
    }
  }

  private static void read(Message message, Witness witness, EntryFacts facts) {
    UnitLine line = UnitLine.of(message.text());
    Optional<UnitExit> exit = UnitExit.read(line, message.fields());
    if (exit.isPresent()) {
      exited(exit.get(), unit(message.fields(), line.unit()), facts);
      return;
    }
    Optional<Change> change = change(line, message);
    if (change.isPresent()) {
      Optional<String> unit = line.unit().or(() -> UnitWordings.failedUnit(line.rest()));
      changed(message, witness, unit, Optional.empty(), change.get(), facts);
    } else {
      job(message, witness, facts);
    }
  }

  private static void exited(UnitExit exit, Optional<String> unit, EntryFacts facts) {
    facts.add(
        provenance ->
            new ProcessExited(
                provenance,
                exit.witness(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                unit,
                exit.how(),
                exit.status()));
  }

  private static Optional<Change> change(UnitLine line, Message message) {
    Optional<Change> known = message.messageId().flatMap(id -> byId(id, message.fields()));
    if (known.isPresent()) {
      return known;
    }
    Optional<Change> timeout = UnitTimeout.read(line).map(Change.class::cast);
    return timeout.isPresent() ? timeout : UnitWordings.read(line);
  }

  private static Optional<Change> byId(String id, Fields fields) {
    return switch (id) {
      case MessageId.UNIT_FAILED ->
          fields.get(JournalField.UNIT_RESULT).map(result -> new Failed(Optional.of(result)));
      case MessageId.UNIT_SUCCEEDED -> Optional.of(new Deactivated());
      case MessageId.RESTART_SCHEDULED ->
          fields
              .get(JournalField.N_RESTARTS)
              .map(counter -> new RestartScheduled(Digits.integer(counter)));
      case MessageId.OUT_OF_MEMORY, MessageId.OOMD_KILL -> Optional.of(new OutOfMemory());
      default -> Optional.empty();
    };
  }

  private static void job(Message message, Witness witness, EntryFacts facts) {
    if (message.messageId().filter(MessageId.START_FAILED::equals).isPresent()) {
      return;
    }
    Optional<JobLine> line = JobLine.read(message.text());
    message
        .messageId()
        .flatMap(JobPhase::ofMessageId)
        .or(() -> line.map(JobLine::phase))
        .flatMap(
            phase -> phase.change(message.fields(), line.filter(JobLine::timedOut).isPresent()))
        .ifPresent(
            change ->
                changed(
                    message,
                    witness,
                    line.flatMap(JobLine::unit),
                    line.flatMap(JobLine::description),
                    change,
                    facts));
  }

  private static void changed(
      Message message,
      Witness witness,
      Optional<String> written,
      Optional<String> description,
      Change change,
      EntryFacts facts) {
    Fields fields = message.fields();
    Optional<String> unit = unit(fields, written);
    Optional<String> invocation =
        fields.either(JournalField.INVOCATION_ID, JournalField.USER_INVOCATION_ID);
    facts.add(
        provenance -> new UnitChanged(provenance, unit, description, invocation, witness, change));
  }

  private static Optional<String> unit(Fields fields, Optional<String> written) {
    return fields.either(JournalField.UNIT, JournalField.USER_UNIT).or(() -> written);
  }
}
