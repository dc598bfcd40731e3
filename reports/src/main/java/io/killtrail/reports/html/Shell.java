package io.killtrail.reports.html;

import java.io.IOException;

/** What stands around the content: the head with its policy, the style and the scripts. */
final class Shell {
  private static final String[] STYLES = {
    "colours.css", "page.css", "cases.css", "sections.css", "print.css"
  };
  private static final String[] SCRIPTS = {
    "open.js", "rows.js", "filter.js", "sort.js", "keys.js", "address.js"
  };

  private final Markup html;

  Shell(Markup html) {
    this.html = html;
  }

  void write(String title, Markup.Content content) throws IOException {
    Asset style = Asset.of(STYLES);
    Asset theme = Asset.of("theme.js");
    Asset script = Asset.of(SCRIPTS);
    html.doctype();
    html.block("html", () -> document(title, style, theme, script, content), "lang", "en");
  }

  private void document(
      String title, Asset style, Asset theme, Asset script, Markup.Content content)
      throws IOException {
    html.block("head", () -> head(title, style, theme, policy(style, theme, script)));
    html.block(
        "body",
        () -> {
          html.leaf("a", "Skip to the cases", "class", "skip", "href", "#cases");
          content.write();
          html.inline("script", script);
        });
  }

  private void head(String title, Asset style, Asset theme, String policy) throws IOException {
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    // Without one, browsers ask the server for /favicon.ico.
    html.open("link", "rel", "icon", "href", "data:,");
    html.leaf("title", title);
    html.inline("style", style);
    html.inline("script", theme);
  }

  private static String policy(Asset style, Asset theme, Asset script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
        + style.source()
        + "; script-src "
        + theme.source()
        + " "
        + script.source();
  }
}
