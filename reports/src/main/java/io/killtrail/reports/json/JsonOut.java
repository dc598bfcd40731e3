package io.killtrail.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.killtrail.reports.text.IsoTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A JSON generator with the habits of the contract: unknown is null, times are UTC millis. */
final class JsonOut {
  /** Everything from DEL on is escaped: the output is printable ASCII. */
  private static final int LAST_PLAIN = 0x7e;

  private final JsonGenerator json;

  private JsonOut(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the members of one value's fields. */
  interface Body {
    void write() throws IOException;
  }

  /** Writes one element. */
  interface Element<T> {
    void write(T value) throws IOException;
  }

  /** A document over many lines; on one line when {@code pretty} is false. */
  static JsonOut to(Appendable out, boolean pretty) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(new AppendableWriter(out));
    json.setHighestNonEscapedChar(LAST_PLAIN);
    if (pretty) {
      json.setPrettyPrinter(layout());
    }
    return new JsonOut(json);
  }

  private static PrettyPrinter layout() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indent)
        .withArrayIndenter(indent);
  }

  void document(Body body) throws IOException {
    object(body);
    json.writeRaw('\n');
    json.flush();
  }

  /** A document that is a list. */
  <T> void list(List<T> values, Element<T> element) throws IOException {
    json.writeStartArray();
    for (T value : values) {
      element.write(value);
    }
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }

  void object(Body body) throws IOException {
    json.writeStartObject();
    body.write();
    json.writeEndObject();
  }

  void object(String name, Body body) throws IOException {
    json.writeFieldName(name);
    object(body);
  }

  <T> void orNull(String name, Optional<T> value, Element<T> element) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      element.write(value.get());
    } else {
      json.writeNull();
    }
  }

  <T> void array(String name, List<T> values, Element<T> element) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      element.write(value);
    }
    json.writeEndArray();
  }

  void strings(String name, List<String> values) throws IOException {
    array(name, values, json::writeString);
  }

  void counts(String name, Map<String, Long> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> entry : values.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  void text(String name, Optional<String> value) throws IOException {
    orNull(name, value, json::writeString);
  }

  void time(String name, Instant value) throws IOException {
    text(name, IsoTime.of(value));
  }

  void time(String name, Optional<Instant> value) throws IOException {
    text(name, value.map(IsoTime::of));
  }

  void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(String name, double value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(String name, OptionalInt value) throws IOException {
    number(name, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
  }

  void number(String name, OptionalLong value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.getAsLong());
    } else {
      json.writeNull();
    }
  }

  void truth(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  /** What an {@link Element} can be. */
  void element(String value) throws IOException {
    json.writeString(value);
  }

  void element(long value) throws IOException {
    json.writeNumber(value);
  }
}
