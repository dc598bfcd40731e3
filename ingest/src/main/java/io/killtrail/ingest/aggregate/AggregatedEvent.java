package io.killtrail.ingest.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An event taken apart into records.
 *
 * @param node the host as the records themselves name it ({@code node=})
 * @param host the host by the program that put the event together
 */
record AggregatedEvent(
    EventStamp stamp, Optional<String> node, Optional<String> host, List<Part> parts) {
  AggregatedEvent {
    parts = List.copyOf(parts);
  }

  /**
   * One record.
   *
   * @param type name or number of its type
   * @param body what follows the header, as auditd writes it, one char a byte
   */
  record Part(String type, String body) {
    /** With a body out of JSON text. */
    static Part ofText(String type, String text) {
      return new Part(
          type, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
  }
}
