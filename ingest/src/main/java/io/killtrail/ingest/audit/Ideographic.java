package io.killtrail.ingest.audit;

/** Blanks of East Asian text (U+3000), which word processors put into pasted logs. */
final class Ideographic {
  /** In UTF-8, one char a byte. */
  private static final String BLANK = "\u00e3\u0080\u0080";

  private Ideographic() {}

  static String removed(String latin1) {
    return latin1.contains(BLANK) ? latin1.replace(BLANK, "") : latin1;
  }
}
