package io.killtrail.analyzer.index;

import io.killtrail.analyzer.query.QueryField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A field that users can search.
 *
 * @param name as it stands before the colon of a query
 * @param type what its values are
 * @param meaning what it holds, for people
 * @param example a query with it
 * @param values all that it can hold; empty where that is not known beforehand
 */
public record SearchField(
    String name, QueryField.Type type, String meaning, String example, List<String> values) {

  public SearchField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(meaning);
    Objects.requireNonNull(example);
    values = List.copyOf(values);
  }

  /** What a query must know of it. */
  QueryField queried() {
    return new QueryField(name, type, values);
  }

  /** All of them, in the order in which they are told. */
  public static List<SearchField> all() {
    return SearchFields.ALL;
  }

  /** The field of this name. */
  public static Optional<SearchField> named(String name) {
    return all().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Their names. */
  public static List<String> names() {
    return all().stream().map(SearchField::name).toList();
  }
}
