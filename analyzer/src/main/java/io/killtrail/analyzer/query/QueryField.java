package io.killtrail.analyzer.query;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A field that a query can name.
 *
 * @param name as it stands before the colon
 * @param values all that it can hold; empty where that is not known beforehand
 */
public record QueryField(String name, Type type, List<String> values) {

  /** What the values of a field are, and so what can be asked of them. */
  public enum Type {
    /** Whole values, with {@code *} and {@code ?} as wildcards. */
    TEXT,
    /** Whole numbers that are names, such as ids of processes. */
    NUMBER,
    /** Numbers of which a range can be asked too. */
    QUANTITY,
    /** A signal by name or number. */
    SIGNAL,
    /** A range of time. */
    TIME,
    /** One of some words. */
    WORD;

    /** The word for people. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public QueryField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    values = List.copyOf(values);
  }
}
