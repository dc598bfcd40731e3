package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.util.ArrayList;
import java.util.List;

final class SignalCodec {
  private static final SignalCall[] CALLS = SignalCall.values();

  private SignalCodec() {}

  static void write(FactOutput out, SignalSent signal) {
    out.writeOptionalEnum(signal.call());
    out.writeOptionalString(signal.arch());
    writeAddressed(out, signal.addressed());
    out.writeOptionalInt(signal.signal());
    out.writeOptionalInt(signal.errno());
    ProvenanceCodec.writeActor(out, signal.sender());
    out.writeUnsigned(signal.targets().size());
    for (SignalTarget target : signal.targets()) {
      writeTarget(out, target);
    }
    out.writeOptionalString(signal.key());
  }

  static SignalSent read(Provenance provenance, FactInput in) {
    return new SignalSent(
        provenance,
        in.readOptionalEnum(CALLS),
        in.readOptionalString(),
        readAddressed(in),
        in.readOptionalInt(),
        in.readOptionalInt(),
        ProvenanceCodec.readActor(in),
        readTargets(in),
        in.readOptionalString());
  }

  private static void writeAddressed(FactOutput out, Addressed addressed) {
    switch (addressed) {
      case Addressed.Task task -> write(out, 1, task.number(), 0);
      case Addressed.ThreadOf thread -> write(out, 2, thread.tgid(), thread.tid());
      case Addressed.Group group -> write(out, 3, group.pgid(), 0);
      case Addressed.OwnGroup none -> write(out, 4, 0, 0);
      case Addressed.Broadcast none -> write(out, 5, 0, 0);
      case Addressed.Pidfd pidfd -> write(out, 6, pidfd.descriptor(), 0);
      case Addressed.Unknown none -> write(out, 7, 0, 0);
    }
  }

  private static void write(FactOutput out, int kind, int first, int second) {
    out.writeByte(kind);
    out.writeSigned(first);
    out.writeSigned(second);
  }

  private static Addressed readAddressed(FactInput in) {
    int kind = in.readByte();
    int first = in.readInt();
    int second = in.readInt();
    return switch (kind) {
      case 1 -> new Addressed.Task(first);
      case 2 -> new Addressed.ThreadOf(first, second);
      case 3 -> new Addressed.Group(first);
      case 4 -> new Addressed.OwnGroup();
      case 5 -> new Addressed.Broadcast();
      case 6 -> new Addressed.Pidfd(first);
      case 7 -> new Addressed.Unknown();
      default -> throw new IllegalStateException("unknown kind of stored target: " + kind);
    };
  }

  private static void writeTarget(FactOutput out, SignalTarget target) {
    out.writeSigned(target.opid());
    out.writeOptionalString(target.ocomm());
    out.writeOptionalUser(target.oauid());
    out.writeOptionalUser(target.ouid());
    out.writeOptionalLong(target.oses());
    out.writeOptionalString(target.obj());
  }

  private static List<SignalTarget> readTargets(FactInput in) {
    int count = in.readCount();
    List<SignalTarget> targets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      targets.add(
          new SignalTarget(
              in.readInt(),
              in.readOptionalString(),
              in.readOptionalUser(),
              in.readOptionalUser(),
              in.readOptionalLong(),
              in.readOptionalString()));
    }
    return targets;
  }
}
