package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.AuditStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stream of records for each host, since exports hold many and every host has serials of its own.
 * Only so many are kept: an event is complete in its object, so that none is cut by forgetting.
 */
final class HostStreams {
  private static final int MOST = 32;

  private final Map<Optional<String>, AuditStream> streams = new LinkedHashMap<>(64, 0.75f, true);

  AuditStream of(Optional<String> host, FactSink sink) {
    AuditStream known = streams.get(host);
    if (known != null) {
      return known;
    }
    if (streams.size() == MOST) {
      Iterator<AuditStream> longestUnused = streams.values().iterator();
      longestUnused.next().finish(sink);
      longestUnused.remove();
    }
    AuditStream stream = new AuditStream();
    streams.put(host, stream);
    return stream;
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    streams.values().forEach(stream -> stream.endInput(sink));
  }

  void finish(FactSink sink) {
    streams.values().forEach(stream -> stream.finish(sink));
    streams.clear();
  }
}
