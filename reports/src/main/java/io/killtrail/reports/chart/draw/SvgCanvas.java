package io.killtrail.reports.chart.draw;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws SVG. Text stays text, so that it can be searched, copied and read aloud, and a page with a
 * hundred charts stays small. It is measured with the font that is shipped, and its width is
 * written down ({@code textLength}): whatever font a viewer has, a label takes just the room that
 * was kept for it. Where a viewer ignores that, it is no wider either, since DejaVu is among the
 * widest fonts.
 */
final class SvgCanvas extends SVGGraphics2D {
  private static final int DECIMALS = 2;

  private final Graphics2D measure;

  /** An empty canvas whose ids begin with this name. */
  SvgCanvas(Document document, String name) {
    super(context(document, name), false);
    BufferedImage nothing = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    this.measure = nothing.createGraphics();
    measure.addRenderingHints(Hints.ALL);
    setSVGCanvasSize(new Dimension(Look.WIDTH, Look.HEIGHT));
  }

  private static SVGGeneratorContext context(Document document, String name) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(DECIMALS);
    context.setIDGenerator(new PrefixedIds(name));
    return context;
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return measure.getFontMetrics(font);
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, SVG_TEXT_TAG);
    element.setAttribute(SVG_X_ATTRIBUTE, getGeneratorContext().doubleString(x));
    element.setAttribute(SVG_Y_ATTRIBUTE, getGeneratorContext().doubleString(y));
    String width = getGeneratorContext().doubleString(Fonts.width(text, getFont()));
    element.setAttribute(SVG_TEXT_LENGTH_ATTRIBUTE, width);
    element.setAttribute(SVG_LENGTH_ADJUST_ATTRIBUTE, SVG_SPACING_AND_GLYPHS_VALUE);
    if (Fonts.isBold(getFont())) {
      element.setAttribute(SVG_FONT_WEIGHT_ATTRIBUTE, SVG_BOLD_VALUE);
    }
    element.appendChild(getDOMFactory().createTextNode(text));
    getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
  }

  /** What lies around all of the canvas cuts nothing off: it would be told with each element. */
  @Override
  public void clip(Shape shape) {
    if (shape == null || !shape.contains(0, 0, Look.WIDTH, Look.HEIGHT)) {
      super.clip(shape);
    }
  }

  /** The same canvas: Batik would make one without the above. */
  @Override
  public Graphics create() {
    throw new UnsupportedOperationException("charts draw on one canvas");
  }

  private static final class PrefixedIds extends SVGIDGenerator {
    private final String name;
    private int next;

    PrefixedIds(String name) {
      this.name = name;
    }

    @Override
    public String generateID(String prefix) {
      return name + "-" + next++;
    }
  }
}
