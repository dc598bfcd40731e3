package io.killtrail.reports.csv;

import io.killtrail.reports.text.TerminalText;
import java.text.Normalizer;

/**
 * Text out of logs, made harmless for spreadsheets: controls become visible as {@link TerminalText}
 * shows them, and what a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class SpreadsheetText {
  /** A cell of a spreadsheet holds no more than 32,767 characters. */
  private static final int LIMIT = 32_000;

  private static final String FORMULA = "=+-@";

  private SpreadsheetText() {}

  /**
   * Where a semicolon is the separator, as spreadsheets of many countries have it, the text behind
   * one may become a cell of its own, quoted or not.
   */
  static String guard(String text) {
    String visible = TerminalText.escape(text, LIMIT);
    StringBuilder out = new StringBuilder(visible.length() + 1);
    boolean atStart = true;
    for (int i = 0; i < visible.length(); ) {
      int character = visible.codePointAt(i);
      if (atStart && beginsFormula(character)) {
        out.append('\'');
      }
      atStart = character == ';' || (atStart && Character.isSpaceChar(character));
      out.appendCodePoint(character);
      i += Character.charCount(character);
    }
    return out.toString();
  }

  /** Full-width and small forms count as what they stand for: spreadsheets do the same. */
  private static boolean beginsFormula(int character) {
    String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    return FORMULA.indexOf(plain.charAt(0)) >= 0;
  }
}
