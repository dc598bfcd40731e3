package io.killtrail.analyzer.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that queries of one kind can name. */
public final class QueryFields {
  private final Map<String, QueryField> byName = new LinkedHashMap<>();
  private final Optional<String> usual;

  private QueryFields(List<QueryField> all, Optional<String> usual) {
    all.forEach(field -> byName.put(field.name(), field));
    this.usual = usual;
  }

  /** Each value must stand behind the name of its field. */
  public static QueryFields of(List<QueryField> all) {
    return new QueryFields(all, Optional.empty());
  }

  /** A value without a field is one of {@code usual}. */
  public static QueryFields of(List<QueryField> all, String usual) {
    return new QueryFields(all, Optional.of(usual));
  }

  /** The field of this name. */
  public Optional<QueryField> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order in which they are told. */
  public List<QueryField> all() {
    return List.copyOf(byName.values());
  }

  /** The names of all. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  Optional<String> usual() {
    return usual;
  }
}
