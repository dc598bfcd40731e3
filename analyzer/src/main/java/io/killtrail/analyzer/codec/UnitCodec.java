package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

final class UnitCodec {
  private static final UnitChanged.Witness[] WITNESSES = UnitChanged.Witness.values();

  private UnitCodec() {}

  static void write(FactOutput out, UnitChanged fact) {
    out.writeOptionalString(fact.unit());
    out.writeOptionalString(fact.description());
    out.writeOptionalString(fact.invocation());
    out.writeEnum(fact.witness());
    writeChange(out, fact.change());
  }

  static UnitChanged read(Provenance provenance, FactInput in) {
    return new UnitChanged(
        provenance,
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readEnum(WITNESSES),
        readChange(in));
  }

  private static void writeChange(FactOutput out, UnitChanged.Change change) {
    switch (change) {
      case UnitChanged.Starting none -> out.writeByte(1);
      case UnitChanged.Started none -> out.writeByte(2);
      case UnitChanged.Stopping stopping -> word(out, 3).writeOptionalString(stopping.jobType());
      case UnitChanged.Stopped stopped -> word(out, 4).writeOptionalString(stopped.jobResult());
      case UnitChanged.Deactivated none -> out.writeByte(5);
      case UnitChanged.Failed failed -> word(out, 6).writeOptionalString(failed.result());
      case UnitChanged.RestartScheduled restart -> word(out, 7).writeOptionalInt(restart.counter());
      case UnitChanged.TimedOut timedOut -> writeTimedOut(word(out, 8), timedOut);
      case UnitChanged.ClientSignal signal -> {
        word(out, 9).writeSigned(signal.signal());
        out.writeOptionalInt(signal.pid());
        out.writeOptionalString(signal.comm());
      }
      case UnitChanged.ManagerSignal signal -> {
        word(out, 10).writeSigned(signal.signal());
        out.writeOptionalInt(signal.pid());
        out.writeOptionalString(signal.comm());
      }
      case UnitChanged.LeftOver leftOver -> {
        word(out, 11).writeByte(leftOver.starting() ? 1 : 0);
        out.writeOptionalInt(leftOver.pid());
        out.writeOptionalString(leftOver.comm());
      }
      case UnitChanged.OutOfMemory none -> out.writeByte(12);
      case UnitChanged.MainProcess main -> word(out, 13).writeSigned(main.pid());
      case UnitChanged.Requested request -> {
        word(out, 14).writeString(request.verb());
        ProvenanceCodec.writeActor(out, request.client());
      }
    }
  }

  private static FactOutput word(FactOutput out, int kind) {
    out.writeByte(kind);
    return out;
  }

  private static void writeTimedOut(FactOutput out, UnitChanged.TimedOut timedOut) {
    out.writeString(timedOut.state());
    out.writeOptionalString(timedOut.action());
    out.writeOptionalLong(
        timedOut.limit().isPresent()
            ? OptionalLong.of(timedOut.limit().get().toMillis())
            : OptionalLong.empty());
  }

  private static UnitChanged.Change readChange(FactInput in) {
    int kind = in.readByte();
    return switch (kind) {
      case 1 -> new UnitChanged.Starting();
      case 2 -> new UnitChanged.Started();
      case 3 -> new UnitChanged.Stopping(in.readOptionalString());
      case 4 -> new UnitChanged.Stopped(in.readOptionalString());
      case 5 -> new UnitChanged.Deactivated();
      case 6 -> new UnitChanged.Failed(in.readOptionalString());
      case 7 -> new UnitChanged.RestartScheduled(in.readOptionalInt());
      case 8 -> new UnitChanged.TimedOut(in.readString(), in.readOptionalString(), readLimit(in));
      case 9 ->
          new UnitChanged.ClientSignal(in.readInt(), in.readOptionalInt(), in.readOptionalString());
      case 10 ->
          new UnitChanged.ManagerSignal(
              in.readInt(), in.readOptionalInt(), in.readOptionalString());
      case 11 ->
          new UnitChanged.LeftOver(
              in.readByte() == 1, in.readOptionalInt(), in.readOptionalString());
      case 12 -> new UnitChanged.OutOfMemory();
      case 13 -> new UnitChanged.MainProcess(in.readInt());
      case 14 -> new UnitChanged.Requested(in.readString(), ProvenanceCodec.readActor(in));
      default -> throw new IllegalStateException("unknown kind of stored unit change: " + kind);
    };
  }

  private static Optional<Duration> readLimit(FactInput in) {
    OptionalLong millis = in.readOptionalLong();
    return millis.isPresent()
        ? Optional.of(Duration.ofMillis(millis.getAsLong()))
        : Optional.empty();
  }
}
