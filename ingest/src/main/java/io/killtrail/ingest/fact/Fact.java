package io.killtrail.ingest.fact;

/** One statement of the evidence. The same bytes always give the same fact with the same id. */
public sealed interface Fact
    permits SignalSent,
        ProcessExited,
        UnitChanged,
        ProcessSeen,
        ThreadSeen,
        PidFileSeen,
        BootSeen,
        EvidenceGap,
        SerialsSeen,
        Configured {

  /** Who says so: id, time and the raw records. */
  Provenance provenance();
}
