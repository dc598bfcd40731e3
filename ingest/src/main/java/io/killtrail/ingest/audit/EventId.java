package io.killtrail.ingest.audit;

/**
 * Names an event. A kernel numbers its events anew in every boot, hence the time.
 *
 * @param node the same object for the same node
 * @param epochMillis of the system call's entry
 */
record EventId(AuditNode node, long epochMillis, long serial) {
  boolean same(EventId other) {
    return serial == other.serial && epochMillis == other.epochMillis && node == other.node;
  }

  int bucket(int bits) {
    long mixed = ((epochMillis * 31 + serial) * 31 + node.hash()) * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> (Long.SIZE - bits));
  }
}
