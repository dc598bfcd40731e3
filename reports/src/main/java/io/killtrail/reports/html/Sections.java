package io.killtrail.reports.html;

import io.killtrail.reports.text.Count;
import java.io.IOException;
import java.util.List;

/** Sections with a heading and an entry for each of something; none where there is nothing. */
final class Sections {
  private final Markup html;

  Sections(Markup html) {
    this.html = html;
  }

  /** Writes one entry. */
  interface Entry<T> {
    void write(T each) throws IOException;
  }

  <T> void list(String id, String title, List<T> values, Entry<T> entry) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    start(id, title, values.size());
    html.open("ul", "class", "findings");
    for (T value : values) {
      html.block("li", () -> entry.write(value));
    }
    html.close("ul");
    end();
  }

  void start(String id, String title, long count) throws IOException {
    html.open("section", "id", id);
    html.open("h2");
    html.text(title + " ");
    html.leaf("span", Count.of(count), "class", "count");
    html.close("h2");
  }

  void end() throws IOException {
    html.close("section");
  }
}
