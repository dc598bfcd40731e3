package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;

/**
 * One fact as bytes. The text of its raw records is not part of them: {@link #encodeRaw} writes it
 * apart, and a fact decoded without it has raw records with empty text.
 */
public final class FactCodec {
  /** Of the layout; an index written with another one can't be read. */
  public static final int VERSION = 2;

  private static final int SIGNAL = 1;
  private static final int EXIT = 2;
  private static final int UNIT = 3;
  private static final int PROCESS = 4;
  private static final int THREAD = 5;
  private static final int PID_FILE = 6;
  private static final int BOOT = 7;
  private static final int GAP = 8;
  private static final int SERIALS = 9;
  private static final int CONFIGURED = 10;

  private FactCodec() {}

  /** The fact without the text of its raw records. */
  public static byte[] encode(Fact fact) {
    FactOutput out = new FactOutput();
    switch (fact) {
      case SignalSent signal -> SignalCodec.write(start(out, SIGNAL, fact), signal);
      case ProcessExited exit -> ExitCodec.write(start(out, EXIT, fact), exit);
      case UnitChanged change -> UnitCodec.write(start(out, UNIT, fact), change);
      case ProcessSeen seen -> SightingCodec.write(start(out, PROCESS, fact), seen);
      case ThreadSeen seen -> SightingCodec.write(start(out, THREAD, fact), seen);
      case PidFileSeen seen -> SightingCodec.write(start(out, PID_FILE, fact), seen);
      case BootSeen seen -> BootCodec.write(start(out, BOOT, fact), seen);
      case EvidenceGap gap -> BootCodec.write(start(out, GAP, fact), gap);
      case SerialsSeen seen -> SerialsCodec.write(start(out, SERIALS, fact), seen);
      case Configured set -> ConfiguredCodec.write(start(out, CONFIGURED, fact), set.item());
    }
    return out.toByteArray();
  }

  private static FactOutput start(FactOutput out, int kind, Fact fact) {
    out.writeByte(kind);
    ProvenanceCodec.write(out, fact.provenance());
    return out;
  }

  /** The text of the raw records, to be stored beside the fact. */
  public static byte[] encodeRaw(Fact fact) {
    FactOutput out = new FactOutput();
    ProvenanceCodec.writeRaw(out, fact.provenance().raw());
    return out.toByteArray();
  }

  /** A fact whose raw records have no text. */
  public static Fact decode(byte[] bytes, int offset, int length, StringPool pool) {
    FactInput in = new FactInput(bytes, offset, length, pool);
    int kind = in.readByte();
    return body(kind, ProvenanceCodec.read(in), in);
  }

  /** A fact with its raw records. */
  public static Fact decode(byte[] fact, byte[] raw, StringPool pool) {
    FactInput in = new FactInput(fact, 0, fact.length, pool);
    int kind = in.readByte();
    Provenance bare = ProvenanceCodec.read(in);
    List<RawRecord> records =
        ProvenanceCodec.readRaw(new FactInput(raw, 0, raw.length, pool), bare.raw());
    return body(kind, ProvenanceCodec.with(bare, records), in);
  }

  private static Fact body(int kind, Provenance provenance, FactInput in) {
    return switch (kind) {
      case SIGNAL -> SignalCodec.read(provenance, in);
      case EXIT -> ExitCodec.read(provenance, in);
      case UNIT -> UnitCodec.read(provenance, in);
      case PROCESS -> SightingCodec.readProcess(provenance, in);
      case THREAD -> SightingCodec.readThread(provenance, in);
      case PID_FILE -> SightingCodec.readPidFile(provenance, in);
      case BOOT -> BootCodec.readBoot(provenance, in);
      case GAP -> BootCodec.readGap(provenance, in);
      case SERIALS -> SerialsCodec.read(provenance, in);
      case CONFIGURED -> new Configured(provenance, ConfiguredCodec.read(in));
      default -> throw new IllegalStateException("unknown kind of stored fact: " + kind);
    };
  }
}
