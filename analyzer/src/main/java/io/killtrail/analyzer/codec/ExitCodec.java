package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Provenance;

final class ExitCodec {
  private static final ProcessExited.Witness[] WITNESSES = ProcessExited.Witness.values();
  private static final ProcessExited.How[] HOWS = ProcessExited.How.values();

  private ExitCodec() {}

  static void write(FactOutput out, ProcessExited exit) {
    out.writeEnum(exit.witness());
    out.writeOptionalInt(exit.pid());
    out.writeOptionalString(exit.comm());
    out.writeOptionalString(exit.exe());
    out.writeOptionalString(exit.unit());
    out.writeOptionalEnum(exit.how());
    out.writeOptionalInt(exit.status());
  }

  static ProcessExited read(Provenance provenance, FactInput in) {
    return new ProcessExited(
        provenance,
        in.readEnum(WITNESSES),
        in.readOptionalInt(),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalEnum(HOWS),
        in.readOptionalInt());
  }
}
