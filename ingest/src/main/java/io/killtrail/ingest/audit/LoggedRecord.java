package io.killtrail.ingest.audit;

import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of auditd's log that was found inside something else.
 *
 * @param type name of its type
 * @param epochMillis its time stamp in milliseconds
 * @param body what follows the header, one char a byte
 */
public record LoggedRecord(
    Optional<String> node, String type, long epochMillis, long serial, String body) {
  private static final String TYPE = "type=";

  /** The record of a line; empty if it is none. */
  public static Optional<LoggedRecord> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AuditRecordParser parser = new AuditRecordParser();
    Line line = new Line().set(bytes, 0, bytes.length, 0);
    if (parser.parse(line) != HeaderFault.NONE) {
      return Optional.empty();
    }
    int type = text.indexOf(TYPE) + TYPE.length();
    String node =
        new String(
            bytes,
            parser.nodeStart(),
            parser.nodeEnd() - parser.nodeStart(),
            StandardCharsets.UTF_8);
    return Optional.of(
        new LoggedRecord(
            Optional.of(node).filter(name -> !name.isEmpty()),
            text.substring(type, text.indexOf(' ', type)),
            parser.epochMillis(),
            parser.serial(),
            new String(
                bytes,
                parser.bodyStart(),
                bytes.length - parser.bodyStart(),
                StandardCharsets.ISO_8859_1)));
  }
}
