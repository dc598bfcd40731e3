package io.killtrail.reports.redact;

import java.util.stream.Collectors;

/** A raw record of any form, part by part. */
final class RecordText {
  private RecordText() {}

  static String rewrite(String text, Values values) {
    if (text.startsWith("{")) {
      return JsonRecord.rewrite(text, values).orElseGet(() -> lines(text, values));
    }
    return lines(text, values);
  }

  /** Entries of the export form, and records that were wrapped, have several. */
  private static String lines(String text, Values values) {
    return text.lines()
        .map(line -> FieldLine.rewrite(line, values))
        .collect(Collectors.joining("\n"));
  }
}
