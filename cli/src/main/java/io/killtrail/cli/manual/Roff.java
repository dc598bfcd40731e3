package io.killtrail.cli.manual;

import java.util.List;
import java.util.Locale;

/** Text in the language of man pages, by the macros of man(7). */
final class Roff {
  private final StringBuilder page = new StringBuilder();
  private boolean begun;

  /**
   * The beginning.
   *
   * @param source what the page belongs to, such as {@code killtrail 0.1.0}
   */
  Roff(String name, String date, String source) {
    line(".\\\" Made at build time out of the command's own description.");
    line(
        ".TH "
            + quoted(name.toUpperCase(Locale.ROOT))
            + " 1 "
            + date
            + " "
            + quoted(source)
            + " \"User Commands\"");
    line(".nh"); // no hyphenation: words of commands must stay whole
    line(".ad l");
  }

  void section(String title) {
    line(".SH " + quoted(title.toUpperCase(Locale.ROOT)));
    begun = false;
  }

  void paragraph(String text) {
    apart();
    line(text(text));
  }

  /** The first one below a heading stands without a macro. */
  private void apart() {
    if (begun) {
      line(".PP");
    }
    begun = true;
  }

  /** A term, and what it means. */
  void term(String bold, String meaning) {
    begun = true;
    line(".TP");
    line("\\fB" + text(bold) + "\\fR");
    line(meaning.isEmpty() ? "\\&" : text(meaning));
  }

  /** A further paragraph of what a term means. */
  void more(String text) {
    line(".br");
    line(text(text));
  }

  /** Lines as they are. */
  void verbatim(List<String> lines) {
    apart();
    line(".nf");
    lines.forEach(each -> line(text(each)));
    line(".fi");
  }

  String text() {
    return page.toString();
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static String quoted(String argument) {
    return "\"" + text(argument).replace("\"", "\\(dq") + "\"";
  }

  /** Nothing of it is taken for a request or an escape; a hyphen is one that can be copied. */
  static String text(String plain) {
    String escaped =
        plain
            .replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("`", "\\(ga")
            .replace("^", "\\(ha")
            .replace("~", "\\(ti");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
