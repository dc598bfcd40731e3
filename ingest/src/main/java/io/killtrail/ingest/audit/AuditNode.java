package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** What is kept for each node that a log names, and for the records that name none. */
final class AuditNode {
  private final Optional<String> name;
  private final Optional<String> host;
  private final EventClock clock = new EventClock();
  private final SerialWatch serials = new SerialWatch();
  private final SerialLedger ledger = new SerialLedger();
  private final int hash;

  AuditNode(Optional<String> name) {
    this(name, Optional.empty());
  }

  /** A node that its records do not name, but whoever brought them. */
  AuditNode(Optional<String> name, Optional<String> host) {
    this.name = name;
    this.host = host;
    this.hash = name.or(() -> host).hashCode();
  }

  /** Tells it from other nodes, most probably. */
  int hash() {
    return hash;
  }

  /** As the records have it ({@code node=}). */
  Optional<String> name() {
    return name;
  }

  /** Who brought its records, where that is all that names it. */
  Optional<String> host() {
    return host;
  }

  EventClock clock() {
    return clock;
  }

  SerialWatch serials() {
    return serials;
  }

  SerialLedger ledger() {
    return ledger;
  }

  void save(DataOutput out) throws IOException {
    clock.save(out);
    serials.save(out);
    ledger.save(out);
  }

  void restore(DataInput in) throws IOException {
    clock.restore(in);
    serials.restore(in);
    ledger.restore(this, in);
  }
}
