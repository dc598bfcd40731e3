package io.killtrail.reports.redact;

/** Looks at the parts of a record, and says what stands in their place. */
interface Values {
  /** Shows a whole line, before its parts are asked for: its words tell what some parts are. */
  void line(String line);

  /** The value of a field, undone of quotes and hexadecimal digits. */
  String value(FieldKind kind, String value);

  /** A command line. */
  String command(String line);

  /** Other text, such as what lies between fields. */
  String prose(String text);
}
