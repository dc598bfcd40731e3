package io.killtrail.reports.text;

/** The colours of a terminal, or none. */
public enum Palette {
  NONE,
  /** SGR sequences of ECMA-48, which every terminal of today knows; the 8 basic colours only. */
  ANSI;

  /** What a piece of text is; the palette knows how that looks. */
  public enum Style {
    PLAIN(""),
    /** A heading. */
    TITLE("1"),
    /** What must be seen first. */
    ALERT("1;31"),
    /** What should be looked at. */
    WARNING("33"),
    /** Names of the facts. */
    LABEL("36"),
    /** What is there for completeness. */
    QUIET("2");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** The text in this style. The text must be harmless already. */
  public String paint(Style style, String text) {
    return switch (this) {
      case NONE -> text;
      case ANSI ->
          style == Style.PLAIN || text.isEmpty()
              ? text
              : "\u001b[" + style.code + "m" + text + "\u001b[0m";
    };
  }
}
