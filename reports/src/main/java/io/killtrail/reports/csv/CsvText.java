package io.killtrail.reports.csv;

import io.killtrail.reports.text.TerminalText;

/**
 * Text out of logs as a cell: controls and other invisible characters are escaped as for terminals,
 * and what a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvText {
  /** By these, and their full-width forms, spreadsheets know a formula. */
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

  /** Spreadsheets hold no longer cells. */
  private static final int LIMIT = 32_000;

  private CsvText() {}

  static String cell(String text) {
    String harmless = TerminalText.escape(text, LIMIT);
    String begins = harmless.strip();
    return !begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0 ? "'" + harmless : harmless;
  }
}
