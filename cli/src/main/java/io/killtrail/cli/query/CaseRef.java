package io.killtrail.cli.query;

import io.killtrail.analyzer.cases.Case;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cases by their ids, as reports print them, or by how the ids begin. */
final class CaseRef {
  /** Fewer digits name nothing surely, and are more likely a number. */
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{4,16}");

  private CaseRef() {}

  static boolean looksLikeOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The only one of those that begin so.
   *
   * @throws IOException with a message for people when there is none, or more than one
   */
  static Case only(String beginning, List<Case> found) throws IOException {
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new IOException("no case has the id " + beginning);
    }
    throw new IOException(
        "several cases have ids that begin with "
            + beginning
            + ": "
            + found.stream().map(Case::id).collect(Collectors.joining(", ")));
  }
}
