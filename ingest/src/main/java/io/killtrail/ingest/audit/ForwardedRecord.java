package io.killtrail.ingest.audit;

import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An audit record as auditd's syslog plugin forwards it: the whole line of auditd's log as the text
 * of a message, {@code [node=NAME ]type=SYSCALL msg=audit(1795227180.500:6): body}.
 *
 * @param type name of its type
 * @param epochMillis its time stamp in milliseconds
 * @param node the host as the record itself names it
 */
public record ForwardedRecord(
    String type, long epochMillis, long serial, Optional<String> node, String body) {
  private static final String TYPE = "type=";
  private static final String STAMP = " msg=audit(";

  /**
   * The separator of ENRICHED records as syslog daemons escape it (rsyslog, control characters).
   */
  private static final String ESCAPED = "#035";

  /** The record that the text of a message is. */
  public static Optional<ForwardedRecord> parse(String text) {
    int type = text.indexOf(TYPE);
    int end = type < 0 ? -1 : text.indexOf(' ', type);
    if (end < 0 || !text.startsWith(STAMP, end)) {
      return Optional.empty();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AuditRecordParser parser = new AuditRecordParser();
    if (parser.parse(new Line().set(bytes, 0, bytes.length, 0)) != HeaderFault.NONE) {
      return Optional.empty();
    }
    String body = utf8(bytes, parser.bodyStart(), bytes.length);
    return Optional.of(
        new ForwardedRecord(
            text.substring(type + TYPE.length(), end),
            parser.epochMillis(),
            parser.serial(),
            parser.nodeEnd() == parser.nodeStart()
                ? Optional.empty()
                : Optional.of(utf8(bytes, parser.nodeStart(), parser.nodeEnd())),
            body.contains(ESCAPED) ? body.replace(ESCAPED, "\u001d") : body));
  }

  private static String utf8(byte[] bytes, int from, int end) {
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
