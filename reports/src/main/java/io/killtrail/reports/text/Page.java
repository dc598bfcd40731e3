package io.killtrail.reports.text;

import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;

/**
 * Lays out lines: headings, sentences, and facts with aligned labels. All text passes through
 * {@link TerminalText} here, so no section can forget it.
 */
final class Page {
  /** Column at which the values of labelled facts begin. */
  private static final int VALUES = 15;

  private static final int NARROWEST = 60;

  private final Appendable out;
  private final Palette palette;
  private final int width;

  Page(Appendable out, Palette palette, int width) {
    this.out = out;
    this.palette = palette;
    this.width = Math.max(width, NARROWEST);
  }

  void blank() throws IOException {
    out.append('\n');
  }

  /** {@code FLAGGED 2}, after a blank line. */
  void heading(Style style, String title, String detail) throws IOException {
    blank();
    out.append(palette.paint(style, TerminalText.escape(title)));
    if (!detail.isEmpty()) {
      out.append("  ").append(palette.paint(Style.QUIET, TerminalText.escape(detail)));
    }
    blank();
  }

  /** A sentence, wrapped. */
  void sentence(int indent, Style style, String text) throws IOException {
    hanging(indent, 0, style, text);
  }

  /** An entry whose further lines are indented by {@code hang} more. */
  void hanging(int indent, int hang, Style style, String text) throws IOException {
    int column = indent;
    for (String line : Wrap.at(TerminalText.escape(text), width - indent - hang)) {
      line(" ".repeat(column), style, line);
      column = indent + hang;
    }
  }

  /** A command, in one line however long, so that it can be copied. */
  void command(int indent, String text) throws IOException {
    line(" ".repeat(indent), Style.LABEL, TerminalText.escape(text));
  }

  /** A labelled fact. The label stands in a column of its own. */
  void fact(String label, String value) throws IOException {
    fact(label, Style.PLAIN, value);
  }

  void fact(String label, Style style, String value) throws IOException {
    String shown = label;
    for (String line : Wrap.at(TerminalText.escape(value), width - VALUES)) {
      out.append("  ").append(palette.paint(Style.LABEL, shown));
      line(" ".repeat(Math.max(1, VALUES - 2 - shown.length())), style, line);
      shown = "";
    }
  }

  /** Facts under one label, each in a line of its own or more. */
  void facts(String label, List<String> values) throws IOException {
    String shown = label;
    for (String value : values) {
      fact(shown, value);
      shown = "";
    }
  }

  private void line(String before, Style style, String text) throws IOException {
    out.append(before).append(palette.paint(style, text)).append('\n');
  }
}
