package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Signals: the system calls of the kill family with the OBJ_PID records of their targets. */
final class SignalFacts {
  private SignalFacts() {}

  static void give(EventReading event, Sightings sightings, FactSink sink) {
    if (tellsSignal(event)) {
      read(event, sightings, event.provenance()).ifPresent(sink::fact);
    }
  }

  /**
   * ptrace and some ioctls name their target too, but where the call is not known a signal is by
   * far the likeliest.
   */
  private static boolean tellsSignal(EventReading event) {
    return event.call().signal().isPresent()
        || (event.call() == Syscall.UNKNOWN && event.find(RecordType.OBJ_PID).isPresent());
  }

  /** The signal of an event whose provenance is known otherwise; empty if it sends none. */
  static Optional<SignalSent> read(EventReading event, Sightings sightings, Provenance provenance) {
    if (!tellsSignal(event)) {
      return Optional.empty();
    }
    Optional<SignalCall> call = event.call().signal();
    List<SignalTarget> targets = targets(event);
    targets.forEach(target -> sightings.forget(event.node(), target.opid()));
    RecordFields fields = event.main();
    Actor sender = Actors.caller(event);
    return Optional.of(
        new SignalSent(
            provenance,
            call,
            architecture(event),
            call.isEmpty() ? new Addressed.Unknown() : addressed(call.get(), fields),
            call.isEmpty() ? OptionalInt.empty() : signal(fields, signalArgument(call.get())),
            event.hasSyscall() ? errno(fields) : OptionalInt.empty(),
            sender,
            targets,
            event.hasSyscall() ? RuleKey.of(fields) : Optional.empty()));
  }

  /** {@code ausearch -i} names the signal of kill, tkill and tgkill. */
  private static OptionalInt signal(RecordFields fields, FieldKey argument) {
    OptionalInt number = fields.register(argument);
    return number.isEmpty() && fields.interpreted()
        ? fields.text(argument).map(SignalNames::of).orElse(OptionalInt.empty())
        : number;
  }

  private static Optional<String> architecture(EventReading event) {
    return event.architecture().isPresent()
        ? Optional.of(event.architecture().get().name())
        : event.main().text(FieldKey.ARCH_NAME).filter(name -> !name.startsWith("unknown"));
  }

  /** The positions of the arguments are those of the system calls' man pages. */
  private static FieldKey signalArgument(SignalCall call) {
    return switch (call) {
      case KILL, TKILL, RT_SIGQUEUEINFO, PIDFD_SEND_SIGNAL -> FieldKey.A1;
      case TGKILL, RT_TGSIGQUEUEINFO -> FieldKey.A2;
    };
  }

  private static Addressed addressed(SignalCall call, RecordFields fields) {
    OptionalInt first = fields.register(FieldKey.A0);
    OptionalInt second = fields.register(FieldKey.A1);
    if (first.isEmpty()) {
      return new Addressed.Unknown();
    }
    int number = first.getAsInt();
    return switch (call) {
      case KILL -> process(number);
      case TKILL -> new Addressed.ThreadOf(number, number);
      case TGKILL, RT_TGSIGQUEUEINFO ->
          second.isPresent()
              ? new Addressed.ThreadOf(number, second.getAsInt())
              : new Addressed.Unknown();
      case RT_SIGQUEUEINFO -> new Addressed.Task(number);
      case PIDFD_SEND_SIGNAL -> new Addressed.Pidfd(number);
    };
  }

  /** As kill(2) reads its first argument. */
  private static Addressed process(int number) {
    if (number > 0) {
      return new Addressed.Task(number);
    }
    return switch (number) {
      case 0 -> new Addressed.OwnGroup();
      case -1 -> new Addressed.Broadcast();
      default -> new Addressed.Group(-number);
    };
  }

  private static OptionalInt errno(RecordFields fields) {
    if (fields.is(FieldKey.SUCCESS, "yes")) {
      return OptionalInt.of(0);
    }
    long exit = fields.number(FieldKey.EXIT);
    if (fields.interpreted() && exit == FieldDecoder.NO_NUMBER) {
      return fields.text(FieldKey.EXIT).map(ErrorNumbers::of).orElse(OptionalInt.empty());
    }
    return exit < 0 && exit > Integer.MIN_VALUE ? OptionalInt.of((int) -exit) : OptionalInt.empty();
  }

  private static List<SignalTarget> targets(EventReading event) {
    List<SignalTarget> targets = new ArrayList<>();
    for (AuditRecord record : event.all(RecordType.OBJ_PID)) {
      RecordFields fields = event.fields(record);
      fields.id(FieldKey.OPID).ifPresent(opid -> targets.add(target(opid, fields)));
    }
    return targets;
  }

  private static SignalTarget target(int opid, RecordFields fields) {
    return new SignalTarget(
        opid,
        fields.text(FieldKey.OCOMM),
        fields.user(FieldKey.OAUID, FieldKey.OAUID_NAME),
        fields.user(FieldKey.OUID, FieldKey.OUID_NAME),
        fields.session(FieldKey.OSES),
        fields.text(FieldKey.OBJ));
  }
}
