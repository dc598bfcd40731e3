package io.killtrail.reports.redact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Pattern;

/** A record that is a JSON object: an entry of the journal, or an audit event of a collector. */
final class JsonRecord {
  private static final Pattern JOINED_EXECVE = Pattern.compile("\"_AUDIT_FIELD_ARGC\"");
  private static final Pattern JOINED_ARGUMENT = Pattern.compile("_AUDIT_FIELD_A[0-9]+.*");

  /** Collectors that pass records on as they are have the fields of one here. */
  private static final String DATA = "data";

  private final Values values;
  private final boolean execve;

  private JsonRecord(boolean execve, Values values) {
    this.values = values;
    this.execve = execve;
  }

  /** Empty when it is no JSON. */
  static Optional<String> rewrite(String text, Values values) {
    StringWriter out = new StringWriter(text.length());
    JsonRecord record = new JsonRecord(JOINED_EXECVE.matcher(text).find(), values);
    try (JsonParser from = new JsonFactory().createParser(text);
        JsonGenerator to = new JsonFactory().createGenerator(out)) {
      while (from.nextToken() != null) {
        record.copy(from, to);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  private void copy(JsonParser from, JsonGenerator to) throws IOException {
    if (from.currentToken() == JsonToken.VALUE_STRING) {
      to.writeString(string(from.getText(), from.getParsingContext()));
    } else {
      to.copyCurrentEvent(from);
    }
  }

  private String string(String text, JsonStreamContext at) {
    boolean listed = at.inArray();
    JsonStreamContext named = named(at);
    String field = Optional.ofNullable(named.getCurrentName()).orElse("");
    FieldKind kind = kind(field, named);
    if (kind == FieldKind.COMMAND && listed && at.getCurrentIndex() > 0) {
      return values.value(FieldKind.ARGUMENT, text);
    }
    return kind == FieldKind.TEXT ? FieldLine.rewrite(text, values) : quoted(kind, text);
  }

  private FieldKind kind(String field, JsonStreamContext at) {
    if (field.equals(DATA)) {
      return FieldKind.TEXT;
    }
    boolean argument = execve && JOINED_ARGUMENT.matcher(field).matches();
    return FieldKind.of(field, argument ? "execve" : parent(at));
  }

  /** The journal keeps the quotes of audit fields, and hexadecimal digits as they are. */
  private String quoted(FieldKind kind, String text) {
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      return '"' + values.value(kind, text.substring(1, text.length() - 1)) + '"';
    }
    return HexText.decode(text)
        .map(inner -> HexText.encode(values.value(kind, inner)))
        .orElseGet(() -> values.value(kind, text));
  }

  private static JsonStreamContext named(JsonStreamContext at) {
    JsonStreamContext up = at;
    while (up.inArray() && up.getParent() != null) {
      up = up.getParent();
    }
    return up;
  }

  private static String parent(JsonStreamContext at) {
    JsonStreamContext up = at.getParent();
    if (up == null) {
      return "";
    }
    return Optional.ofNullable(named(up).getCurrentName()).orElse("");
  }
}
