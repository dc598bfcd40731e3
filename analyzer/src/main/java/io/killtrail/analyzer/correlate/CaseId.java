package io.killtrail.analyzer.correlate;

import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Fingerprint;
import java.util.Optional;

/** Ids of cases: a hash of what decides them, so that the same evidence gives the same id. */
public final class CaseId {
  private CaseId() {}

  /** Of a case that this fact decides: a signal, else an exit or the manager's last line. */
  public static String of(Optional<String> host, FactId decisive) {
    return of(host, decisive.text());
  }

  /** The id without the node, which the host stands for. */
  static String of(Optional<String> host, String decisive) {
    int node = decisive.startsWith("audit:") ? decisive.indexOf('@') : -1;
    return Fingerprint.of(host.orElse("") + " " + decisive.substring(node + 1));
  }
}
