package io.killtrail.ingest.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value that is not null. */
sealed interface Json {
  /** A string, or a number or boolean as it was written. */
  record Text(String value) implements Json {}

  /** An array without its nulls. */
  record Items(List<Json> values) implements Json {}

  /** An object, its members in their order, without those that are null. */
  record Members(Map<String, Json> values) implements Json {

    /** A member by its path; exports also have {@code "a.b": 1} for {@code "a": {"b": 1}}. */
    Optional<Json> find(String path) {
      Json direct = values.get(path);
      if (direct != null) {
        return Optional.of(direct);
      }
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        if (values.get(path.substring(0, dot)) instanceof Members inner) {
          Optional<Json> found = inner.find(path.substring(dot + 1));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    boolean has(String path) {
      return find(path).isPresent();
    }

    /** The text at a path; empty when there is none or something else. */
    Optional<String> text(String path) {
      return find(path).filter(Text.class::isInstance).map(json -> ((Text) json).value());
    }

    /** The texts at a path: of an array all, of a single text that one. */
    List<String> texts(String path) {
      return find(path).map(Json::texts).orElse(List.of());
    }
  }

  /** The texts of an array, the text itself, or none. */
  default List<String> texts() {
    return switch (this) {
      case Text text -> List.of(text.value());
      case Items items ->
          items.values().stream()
              .filter(Text.class::isInstance)
              .map(json -> ((Text) json).value())
              .toList();
      case Members none -> List.of();
    };
  }

  /** The objects of an array, the object itself, or none. */
  default List<Members> objects() {
    return switch (this) {
      case Text none -> List.of();
      case Items items ->
          items.values().stream()
              .filter(Members.class::isInstance)
              .map(Members.class::cast)
              .toList();
      case Members object -> List.of(object);
    };
  }
}
