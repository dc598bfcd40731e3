package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Provenance;

final class BootCodec {
  private static final BootSeen.Sign[] SIGNS = BootSeen.Sign.values();
  private static final EvidenceGap.Problem[] PROBLEMS = EvidenceGap.Problem.values();

  private BootCodec() {}

  static void write(FactOutput out, BootSeen seen) {
    out.writeEnum(seen.sign());
    out.writeOptionalInstant(seen.started());
  }

  static BootSeen readBoot(Provenance provenance, FactInput in) {
    return new BootSeen(provenance, in.readEnum(SIGNS), in.readOptionalInstant());
  }

  static void write(FactOutput out, EvidenceGap gap) {
    out.writeEnum(gap.problem());
    out.writeOptionalInstant(gap.from());
    out.writeOptionalInstant(gap.to());
    out.writeOptionalLong(gap.lost());
    out.writeString(gap.detail());
  }

  static EvidenceGap readGap(Provenance provenance, FactInput in) {
    return new EvidenceGap(
        provenance,
        in.readEnum(PROBLEMS),
        in.readOptionalInstant(),
        in.readOptionalInstant(),
        in.readOptionalLong(),
        in.readString());
  }
}
