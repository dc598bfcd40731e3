package io.killtrail.reports.html;

import java.io.IOException;
import java.util.Objects;

/**
 * A picture of the page.
 *
 * @param title what it shows, a few words
 * @param alternative what is to be seen in it, in words; holds text out of logs
 * @param drawing the picture itself
 */
public record Figure(String title, String alternative, Drawing drawing) {

  /** Draws the picture. */
  @FunctionalInterface
  public interface Drawing {
    /**
     * Writes one SVG document. It is shown as an image: fonts, styles and links of the page do not
     * reach it.
     *
     * @throws IOException when {@code out} does
     */
    void svg(Appendable out) throws IOException;
  }

  public Figure {
    Objects.requireNonNull(title);
    Objects.requireNonNull(alternative);
    Objects.requireNonNull(drawing);
  }
}
