package io.killtrail.ingest.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Audit events as JSON objects, one a line or over several: {@code
 * {"ID":"1615113648.981:15220",…}}. Each program has names that together are its own.
 */
final class AggregateLines {
  private static final Pattern LAUREL = Pattern.compile("\"ID\" ?: ?\"\\d+\\.\\d{3}:\\d+\"");

  private AggregateLines() {}

  static boolean match(List<String> lines) {
    long json = lines.stream().filter(AggregateLines::isJson).count();
    return json * 2 > lines.size() && isAudit(String.join("\n", lines));
  }

  /** Begins as any part of a JSON object that is printed over several lines may. */
  private static boolean isJson(String line) {
    String text = line.stripLeading();
    return !text.isEmpty() && "{}[]\",".indexOf(text.charAt(0)) >= 0 && !text.startsWith("[ ");
  }

  private static boolean isAudit(String text) {
    return !text.contains("\"__REALTIME_TIMESTAMP\"")
        && (LAUREL.matcher(text).find()
            || (text.contains("\"sequence\"") && text.contains("\"messages\""))
            || (text.contains("\"eventid\"") && text.contains("\"timestampfractional\""))
            || (text.contains("\"auditd") && text.contains("\"@timestamp\""))
            || text.contains("\"type=AUOMS_"));
  }
}
