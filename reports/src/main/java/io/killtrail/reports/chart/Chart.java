package io.killtrail.reports.chart;

import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.draw.Png;
import io.killtrail.reports.chart.draw.SvgDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * One picture, drawn when it is written. Safe to be put into any page: it holds no markup of logs.
 */
public final class Chart {
  private final String name;
  private final Picture picture;

  Chart(String name, Picture picture) {
    this.name = Objects.requireNonNull(name);
    this.picture = Objects.requireNonNull(picture);
  }

  /**
   * Its name in files, links and ids: small letters, digits and hyphens; the same in every report.
   */
  public String name() {
    return name;
  }

  /** What it is about, without controls; not escaped for markup. */
  public String title() {
    return picture.title();
  }

  /** What it says, with the numbers, for who cannot see it; without controls, not escaped. */
  public String alternative() {
    return picture.alternative();
  }

  /**
   * Writes an {@code svg} element: no prolog and no doctype, so that it is good in HTML and as a
   * file. Its ids begin with the name; it has role, title and description, and a ground of its own,
   * so that it is readable on a dark page too.
   */
  public void svg(Appendable out) throws IOException {
    new SvgDocument(name, title(), alternative()).write(picture.drawing().get(), out);
  }

  /** Writes a PNG at twice the size of the SVG, for screens with small dots. */
  public void png(OutputStream out) throws IOException {
    Png.write(picture.drawing().get(), out);
  }
}
