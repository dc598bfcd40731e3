package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.ThreadSeen;
import java.util.ArrayList;
import java.util.List;

final class SightingCodec {
  private static final ProcessSeen.By[] SIGHTINGS = ProcessSeen.By.values();
  private static final PidFileSeen.By[] ACCESSES = PidFileSeen.By.values();

  private SightingCodec() {}

  static void write(FactOutput out, ProcessSeen seen) {
    out.writeEnum(seen.by());
    ProvenanceCodec.writeActor(out, seen.process());
    out.writeOptionalInstant(seen.started());
    out.writeOptionalString(seen.unit());
    out.writeUnsigned(seen.namespacePids().size());
    seen.namespacePids().forEach(out::writeSigned);
  }

  static ProcessSeen readProcess(Provenance provenance, FactInput in) {
    return new ProcessSeen(
        provenance,
        in.readEnum(SIGHTINGS),
        ProvenanceCodec.readActor(in),
        in.readOptionalInstant(),
        in.readOptionalString(),
        readNumbers(in));
  }

  private static List<Integer> readNumbers(FactInput in) {
    int count = in.readCount();
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(in.readInt());
    }
    return numbers;
  }

  static void write(FactOutput out, ThreadSeen seen) {
    out.writeSigned(seen.tid());
    out.writeSigned(seen.tgid());
    out.writeOptionalString(seen.comm());
    out.writeOptionalInstant(seen.started());
  }

  static ThreadSeen readThread(Provenance provenance, FactInput in) {
    return new ThreadSeen(
        provenance, in.readInt(), in.readInt(), in.readOptionalString(), in.readOptionalInstant());
  }

  static void write(FactOutput out, PidFileSeen seen) {
    out.writeEnum(seen.by());
    out.writeString(seen.path());
    out.writeOptionalInt(seen.number());
    out.writeOptionalInstant(seen.modified());
    out.writeOptionalLong(seen.inode());
    ProvenanceCodec.writeActor(out, seen.accessor());
  }

  static PidFileSeen readPidFile(Provenance provenance, FactInput in) {
    return new PidFileSeen(
        provenance,
        in.readEnum(ACCESSES),
        in.readString(),
        in.readOptionalInt(),
        in.readOptionalInstant(),
        in.readOptionalLong(),
        ProvenanceCodec.readActor(in));
  }
}
