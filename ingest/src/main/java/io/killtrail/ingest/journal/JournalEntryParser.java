package io.killtrail.ingest.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.killtrail.ingest.source.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of {@code journalctl -o json}. A value is a string; null where the field was too long;
 * an array of byte numbers where it is no UTF-8; an array of values where the field occurs more
 * than once (systemd, docs/JOURNAL_EXPORT_FORMATS).
 */
final class JournalEntryParser {
  private final JsonFactory json =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  /**
   * Reads the line.
   *
   * @throws IOException when it is no JSON object, and nothing but one
   */
  JournalEntry parse(Line line) throws IOException {
    try (JsonParser parser = json.createParser(line.buffer(), line.start(), line.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no JSON object");
      }
      JournalEntry entry = new JournalEntry();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        field(parser, entry);
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
      return entry;
    }
  }

  private static void field(JsonParser parser, JournalEntry entry) throws IOException {
    Optional<JournalField> field = JournalField.named(parser.currentName());
    parser.nextToken();
    if (field.isEmpty()) {
      parser.skipChildren();
      return;
    }
    Optional<String> value = value(parser);
    if (value.isPresent()) {
      entry.put(field.get(), value.get());
    }
  }

  private static Optional<String> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      return array(parser);
    }
    if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      return Optional.of(parser.getText());
    }
    parser.skipChildren();
    return Optional.empty();
  }

  private static Optional<String> array(JsonParser parser) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<String> first = Optional.empty();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(parser.getIntValue());
      } else {
        Optional<String> value = value(parser);
        first = first.isPresent() ? first : value;
      }
    }
    return first.isEmpty() && bytes.size() > 0
        ? Optional.of(bytes.toString(StandardCharsets.UTF_8))
        : first;
  }
}
