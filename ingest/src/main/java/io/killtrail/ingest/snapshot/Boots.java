package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The boots in which the snapshots of one input were taken. */
final class Boots {
  /** An input with more boots is no snapshot; the rest go untold. */
  private static final int MOST = 10_000;

  private final Map<String, Boot> boots = new LinkedHashMap<>();
  private final Set<String> settings = new HashSet<>();

  private record Boot(RowOrigin origin, String about, Optional<Instant> started) {}

  /** Takes note of a row; PID 1 tells when the boot began. */
  void read(RowOrigin origin, Fact fact) {
    boolean first = fact instanceof ProcessSeen process && process.pid() == 1;
    // Snapshots of both kinds are taken together; what they tell of the boot is not the same.
    String about = fact instanceof PidFileSeen ? "boot-pidfiles" : "boot";
    if (boots.containsKey(origin.boot()) || boots.size() < MOST) {
      boots.putIfAbsent(origin.boot(), new Boot(origin, about, Optional.empty()));
      if (first && boots.get(origin.boot()).started().isEmpty()) {
        boots.put(origin.boot(), new Boot(origin, about, ((ProcessSeen) fact).started()));
      }
    }
  }

  /** Whether nothing was told of this boot's settings yet: they stay the same in most boots. */
  boolean firstSetting(RowOrigin origin) {
    return settings.size() < MOST && settings.add(origin.boot());
  }

  /** The input is done. */
  void finish(FactSink sink) {
    for (Boot boot : boots.values()) {
      sink.fact(
          new BootSeen(
              boot.origin().provenance(boot.about()), BootSeen.Sign.SNAPSHOT, boot.started()));
    }
  }
}
