package io.killtrail.reports.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pictures with their titles. */
final class FigureList {
  private final Markup html;

  FigureList(Markup html) {
    this.html = html;
  }

  void write(List<Figure> figures) throws IOException {
    for (Figure figure : figures) {
      html.block("figure", () -> figure(figure));
    }
  }

  private void figure(Figure figure) throws IOException {
    StringBuilder svg = new StringBuilder();
    figure.drawing().svg(svg);
    html.leaf("figcaption", figure.title());
    html.image(figure.alternative(), svg.toString().getBytes(StandardCharsets.UTF_8));
  }
}
