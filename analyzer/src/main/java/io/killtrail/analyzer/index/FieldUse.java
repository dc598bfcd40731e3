package io.killtrail.analyzer.index;

import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.queryparser.classic.ParseException;

/** Checks what a query asks of a field: that there is one of this name, with such values. */
final class FieldUse {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private FieldUse() {}

  /** A field or value that there is none of, as it was typed. */
  static final class WrongUse extends ParseException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    /**
     * Says what is wrong.
     *
     * @param value empty when the field itself is wrong
     */
    WrongUse(String message, String field, String value) {
      super(message);
      this.field = field;
      this.value = value;
    }

    /** Where in the query it stands; -1 where it can't be found. */
    int in(String query) {
      int at = unquoted(query, field + ":");
      if (at < 0 || value.isEmpty()) {
        return at;
      }
      int found = query.indexOf(value, at + field.length() + 1);
      return found < 0 ? at : found;
    }

    private static int unquoted(String query, String word) {
      boolean quoted = false;
      for (int i = 0; i < query.length(); i++) {
        if (query.charAt(i) == '"') {
          quoted = !quoted;
        } else if (!quoted && query.startsWith(word, i) && begins(query, i)) {
          return i;
        }
      }
      return -1;
    }

    private static boolean begins(String query, int at) {
      return at == 0 || " (+-!&|".indexOf(query.charAt(at - 1)) >= 0;
    }
  }

  static SearchField field(String name) throws ParseException {
    Optional<SearchField> field = SearchField.named(name);
    if (field.isPresent()) {
      return field.get();
    }
    throw new WrongUse(
        "there is no field "
            + name
            + meant(NearestName.of(name, SearchField.names()))
            + "; the fields are: "
            + String.join(", ", SearchField.names()),
        name,
        "");
  }

  /** The term under which such a value is indexed. */
  static String term(SearchField field, String value) throws ParseException {
    return switch (field.type()) {
      case TEXT -> value;
      case NUMBER -> number(field, value);
      case SIGNAL -> signal(field, value);
      case WORD -> word(field, value);
      case TIME ->
          throw new WrongUse(
              "time takes a range: time:[2026-11-21T02:00 TO 2026-11-21T03:00]",
              field.name(),
              value);
    };
  }

  private static String number(SearchField field, String value) throws ParseException {
    if (NUMBER.matcher(value).matches()) {
      return value;
    }
    throw new WrongUse(field.name() + " takes a number, not " + value, field.name(), value);
  }

  private static String signal(SearchField field, String value) throws ParseException {
    if (Signals.parse(value).isPresent()) {
      return KillIndexSchema.signalTerm(value);
    }
    List<String> names = IntStream.rangeClosed(1, 31).mapToObj(Signals::name).toList();
    String full = value.startsWith("SIG") ? value : "SIG" + value;
    throw new WrongUse(
        value + " is no signal" + meant(NearestName.of(full, names)), field.name(), value);
  }

  private static String word(SearchField field, String value) throws ParseException {
    if (field.values().contains(value)) {
      return value;
    }
    throw new WrongUse(
        field.name()
            + " is never "
            + value
            + meant(NearestName.of(value, field.values()))
            + "; it is one of: "
            + String.join(", ", field.values()),
        field.name(),
        value);
  }

  private static String meant(Optional<String> near) {
    return near.map(name -> "; did you mean " + name + "?").orElse("");
  }
}
