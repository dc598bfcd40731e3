package io.killtrail.reports.html;

import java.io.IOException;

/**
 * The controls that filter and sort the cases. The script fills the lists of choices and shows the
 * controls, since without it they would do nothing. Names and ids in a form become properties of
 * its element: none may be one that elements have, such as {@code matches}.
 */
final class Tools {
  private final Markup html;

  Tools(Markup html) {
    this.html = html;
  }

  void write() throws IOException {
    html.block(
        "form",
        () -> {
          html.open("fieldset");
          html.leaf("legend", "Filter and sort", "class", "unseen");
          text();
          choice("cause", "Cause");
          choice("unit", "Unit");
          choice("host", "Host");
          choice("sender", "Sender");
          choice("flag", "Flag");
          choice("confidence", "Confidence");
          order();
          html.open("div", "class", "buttons");
          html.leaf("button", "Clear", "type", "reset", "id", "clear");
          html.leaf("button", "Open all shown", "type", "button", "id", "open-all");
          html.leaf("output", "", "id", "shown-count", "aria-live", "polite");
          html.close("div");
          html.close("fieldset");
        },
        "id",
        "tools",
        "role",
        "search",
        "aria-label",
        "Cases",
        "hidden",
        "");
  }

  private void text() throws IOException {
    html.open("label", "class", "text");
    html.leaf("span", "Text");
    html.open(
        "input",
        "type",
        "search",
        "name",
        "text",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "placeholder",
        "words in a case or its records");
    html.close("label");
  }

  private void choice(String name, String label) throws IOException {
    html.open("label");
    html.leaf("span", label);
    html.open("select", "name", name);
    html.leaf("option", "any", "value", "");
    html.close("select");
    html.close("label");
  }

  private void order() throws IOException {
    html.open("label", "class", "order");
    html.leaf("span", "Sort by");
    html.open("select", "name", "sort");
    html.leaf("option", "time, oldest first", "value", "");
    html.leaf("option", "time, latest first", "value", "latest");
    html.leaf("option", "cause", "value", "cause");
    html.leaf("option", "unit", "value", "unit");
    html.leaf("option", "confidence", "value", "confidence");
    html.close("select");
    html.close("label");
  }
}
