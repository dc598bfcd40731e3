package io.killtrail.cli.query;

import io.killtrail.analyzer.query.NearestName;
import java.util.List;

/** Names of hosts that an index does not know. */
final class UnknownHost {
  private UnknownHost() {}

  /** A message for the user. */
  static String message(String name, List<String> known) {
    String meant =
        NearestName.of(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    String all = known.isEmpty() ? "" : "; the index knows " + String.join(", ", known);
    return "no evidence names a host " + name + meant + all;
  }
}
