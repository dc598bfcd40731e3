package io.killtrail.analyzer.query;

import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.queryparser.classic.ParseException;

/** Checks what a query asks of a field: that there is one of this name, with such values. */
final class FieldUse {
  /** Stands for the field of a value that has none. */
  static final String NONE = "";

  /** More names than this nobody reads in a message. */
  private static final int LISTED = 40;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

  private final QueryFields fields;

  FieldUse(QueryFields fields) {
    this.fields = fields;
  }

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
      if (field.equals(NONE)) {
        return query.indexOf(value);
      }
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

  /**
   * The field of this name.
   *
   * @param value what is asked of it
   */
  QueryField field(String name, String value) throws ParseException {
    Optional<QueryField> field = fields.named(name);
    if (field.isPresent()) {
      return field.get();
    }
    throw name.equals(NONE) ? alone(value) : unknown(name);
  }

  private static WrongUse alone(String value) {
    return new WrongUse(
        "'"
            + value
            + "' names no field; write FIELD:VALUE, and quotation marks around a value"
            + " with slashes, blanks or colons",
        NONE,
        value);
  }

  private WrongUse unknown(String name) {
    String near = meant(NearestName.of(name, fields.names()));
    boolean few = fields.names().size() <= LISTED;
    String all = few ? "; the fields are: " + String.join(", ", fields.names()) : "";
    return new WrongUse("there is no field " + name + near + all, name, "");
  }

  /** Of which fields a range can be asked instead. */
  WrongUse noRange(String field) {
    List<String> ranged =
        fields.names().stream()
            .filter(name -> ranged(fields.named(name).orElseThrow().type()))
            .toList();
    String these = ranged.size() <= LISTED / 8 ? String.join(", ", ranged) : "times and numbers";
    return new WrongUse("a range can only be asked of " + these + ", not of " + field, field, "");
  }

  private static boolean ranged(QueryField.Type type) {
    return switch (type) {
      case TIME, QUANTITY -> true;
      case TEXT, NUMBER, SIGNAL, WORD -> false;
    };
  }

  /** The term under which such a value is indexed. */
  static String term(QueryField field, String value) throws ParseException {
    return switch (field.type()) {
      case TEXT -> value;
      case NUMBER, QUANTITY -> number(field, value);
      case SIGNAL -> signal(field, value);
      case WORD -> word(field, value);
      case TIME ->
          throw new WrongUse(
              field.name()
                  + " takes a range: "
                  + field.name()
                  + ":[2026-11-21T02:00 TO 2026-11-21T03:00]",
              field.name(),
              value);
    };
  }

  private static String number(QueryField field, String value) throws ParseException {
    if (NUMBER.matcher(value).matches()) {
      return value;
    }
    throw noNumber(field, value);
  }

  private static WrongUse noNumber(QueryField field, String value) {
    return new WrongUse(field.name() + " takes a number, not " + value, field.name(), value);
  }

  static double quantity(QueryField field, String value) throws ParseException {
    if (QUANTITY.matcher(value).matches()) {
      return Double.parseDouble(value);
    }
    throw noNumber(field, value);
  }

  private static String signal(QueryField field, String value) throws ParseException {
    OptionalInt number = Signals.parse(value);
    if (number.isPresent()) {
      return Integer.toString(number.getAsInt());
    }
    List<String> names = IntStream.rangeClosed(1, 31).mapToObj(Signals::name).toList();
    String full = value.startsWith("SIG") ? value : "SIG" + value;
    throw new WrongUse(
        value + " is no signal" + meant(NearestName.of(full, names)), field.name(), value);
  }

  private static String word(QueryField field, String value) throws ParseException {
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
