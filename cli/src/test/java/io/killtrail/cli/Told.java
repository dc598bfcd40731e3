package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a JSON report, asked by path: {@code case.at("sender.pid")}. */
final class Told {
  private final Object value;

  private Told(Object value) {
    this.value = value;
  }

  static Told of(Sample sample) throws IOException {
    Cli.Result result = sample.analyze("--format", "json");
    assertThat(result.exit()).isZero();
    return parse(result.out());
  }

  static Told parse(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return new Told(value(parser));
    }
  }

  /** The text at a path of names and numbers; "null" where there is none. */
  String at(String path) {
    Object at = value;
    for (String step : path.split("\\.", -1)) {
      at = step(at, step);
    }
    return String.valueOf(at);
  }

  private static Object step(Object from, String step) {
    return switch (from) {
      case Map<?, ?> map -> Optional.<Object>ofNullable(map.get(step)).orElse("null");
      case List<?> list -> list.get(Integer.parseInt(step));
      default -> from;
    };
  }

  /** The elements of a list. */
  List<Told> list(String name) {
    List<Told> all = new ArrayList<>();
    for (Object element : (List<?>) ((Map<?, ?>) value).get(name)) {
      all.add(new Told(element));
    }
    return all;
  }

  /** The one case of this cause in a report. */
  Told caseOf(String cause) {
    List<Told> found =
        list("cases").stream().filter(told -> told.at("cause").equals(cause)).toList();
    assertThat(found).as(cause).hasSize(1);
    return found.getFirst();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> "null";
      default -> parser.getText();
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }
}
