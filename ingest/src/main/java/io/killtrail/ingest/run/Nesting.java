package io.killtrail.ingest.run;

import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.Expansion;
import java.util.Optional;

/**
 * How deep within archives an input lies.
 *
 * @param depth 0 for a file on the disk
 * @param outer what the archive around it expands to
 */
record Nesting(int depth, Optional<Expansion> outer) {
  static final Nesting NONE = new Nesting(0, Optional.empty());
  static final String TOO_DEEP = "an archive in an archive, four times over: not unpacked";

  private static final int DEEPEST = 4;

  Expansion expansion() {
    return outer.map(Expansion::within).orElseGet(Expansion::ofFile);
  }

  /** Within one more archive; empty where that is too deep. */
  Optional<Nesting> inner(Expansion archive) {
    return depth == DEEPEST
        ? Optional.empty()
        : Optional.of(new Nesting(depth + 1, Optional.of(archive)));
  }

  /** Members that are no evidence are counted by their archive, not told one by one. */
  boolean tells(InputSummary summary) {
    return depth == 0 || summary.outcome() != Outcome.NOT_EVIDENCE;
  }
}
