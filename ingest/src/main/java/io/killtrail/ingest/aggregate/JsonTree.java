package io.killtrail.ingest.aggregate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object into memory, within bounds. Of a name that occurs twice the first counts.
 */
final class JsonTree {
  private static final int DEEPEST = 64;
  private static final int MOST_TOKENS = 400_000;

  private final JsonFactory json =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  /**
   * Reads these bytes.
   *
   * @throws IOException when they are no JSON object, or too much of one
   */
  Json.Members parse(byte[] text) throws IOException {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no JSON object");
      }
      return members(parser);
    }
  }

  /** Why a text could not be read, without the text itself, which is hostile. */
  static String reason(IOException e) {
    String reason =
        e instanceof JsonProcessingException broken
            ? broken.getOriginalMessage()
            : String.valueOf(e.getMessage());
    return "broken JSON: " + reason;
  }

  private static Json.Members members(JsonParser parser) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(parser).ifPresent(value -> members.putIfAbsent(name, value));
    }
    return new Json.Members(members);
  }

  private static Optional<Json> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return Optional.of(members(parser));
    }
    if (token == JsonToken.START_ARRAY) {
      return Optional.of(items(parser));
    }
    return token == JsonToken.VALUE_NULL
        ? Optional.empty()
        : Optional.of(new Json.Text(parser.getText()));
  }

  private static Json items(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser).ifPresent(items::add);
    }
    return new Json.Items(items);
  }
}
