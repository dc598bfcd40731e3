package io.killtrail.reports.chart.draw;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGSyntax;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A chart as one {@code svg} element.
 *
 * @param name its ids begin with this
 * @param title what it is about
 * @param description what it says, for who cannot see it
 */
public record SvgDocument(String name, String title, String description) {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Verdana has nearly the widths of DejaVu Sans, and is where DejaVu is not. */
  private static final String FAMILY = "'DejaVu Sans', Verdana, 'Bitstream Vera Sans', sans-serif";

  /** Draws the chart and writes it. */
  public void write(JFreeChart chart, Appendable out) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
      SvgCanvas canvas = new SvgCanvas(document, name);
      canvas.addRenderingHints(Hints.ALL);
      chart.setRenderingHints(Hints.hints());
      chart.draw(canvas, new Rectangle2D.Double(0, 0, Look.WIDTH, Look.HEIGHT));
      Element root = canvas.getRoot();
      dress(root);
      out.append(text(root)).append('\n');
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private void dress(Element root) {
    root.setAttribute("viewBox", "0 0 " + Look.WIDTH + " " + Look.HEIGHT);
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", name + "-title");
    root.setAttribute("aria-describedby", name + "-desc");
    root.setAttribute("id", name);
    root.insertBefore(element(root, "desc", description), root.getFirstChild());
    root.insertBefore(element(root, "title", title), root.getFirstChild());
    NodeList all = root.getElementsByTagName("*");
    settle(root);
    for (int i = 0; i < all.getLength(); i++) {
      settle((Element) all.item(i));
    }
  }

  private Element element(Element root, String tag, String text) {
    Element element = root.getOwnerDocument().createElementNS(SVG, tag);
    element.setAttribute("id", name + "-" + tag);
    element.setTextContent(text);
    return element;
  }

  /** Batik gives its first element of definitions an id that is the same in each picture. */
  private static void settle(Element element) {
    if (element.getAttribute("id").equals(SVGSyntax.ID_PREFIX_GENERIC_DEFS)) {
      element.removeAttribute("id");
    }
    if (element.hasAttribute("font-family")) {
      element.setAttribute("font-family", FAMILY);
    }
  }

  private static String text(Element root) throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(root), new StreamResult(out));
    return out.toString();
  }
}
