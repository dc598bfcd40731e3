package io.killtrail.reports.text;

import java.util.List;
import java.util.Objects;

/** Facts under one label, such as {@code sender}; the values hold text out of logs. */
public record Labelled(String label, List<String> values) {
  public Labelled {
    Objects.requireNonNull(label);
    values = List.copyOf(values);
  }

  static Labelled of(String label, String value) {
    return new Labelled(label, List.of(value));
  }
}
