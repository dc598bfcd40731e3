package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.BootSeen.Sign;
import io.killtrail.ingest.fact.Provenance;
import java.util.Optional;

/** Boots and auditd's own comings and goings. */
final class BootFacts {
  /** auditd numbers its own records, so that a number of the kernel's may be the same. */
  private static final String DAEMON = "/daemon";

  private BootFacts() {}

  static void give(EventReading event, FactSink sink) {
    switch (event.mainType()) {
      case SYSTEM_BOOT -> give(event.provenance(), Sign.SYSTEM_BOOT, sink);
      case SYSTEM_SHUTDOWN -> give(event.provenance(), Sign.SYSTEM_SHUTDOWN, sink);
      case DAEMON_START -> give(event.provenance(DAEMON), Sign.AUDITD_START, sink);
      case DAEMON_END -> give(event.provenance(DAEMON), Sign.AUDITD_END, sink);
      default -> throw new IllegalArgumentException("no sign of a boot: " + event.mainType());
    }
  }

  private static void give(Provenance provenance, Sign sign, FactSink sink) {
    sink.fact(new BootSeen(provenance, sign, Optional.empty()));
  }
}
