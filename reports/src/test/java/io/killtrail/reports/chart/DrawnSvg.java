package io.killtrail.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG, read again as a viewer would: its elements, and where its labels lie. */
public final class DrawnSvg {
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]*)\\)");

  /** Parts of the font's size that small letters and digits take above and under their line. */
  private static final double ASCENT = 0.74;

  private static final double DESCENT = 0.1;

  private final List<Element> elements = new ArrayList<>();

  private DrawnSvg(Document document) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
  }

  /** Reads it, as strictly as XML is. */
  public static DrawnSvg parse(String svg) throws IOException {
    try {
      return new DrawnSvg(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg))));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    }
  }

  /** The names of all its elements. */
  public Set<String> tags() {
    return new TreeSet<>(elements.stream().map(Element::getTagName).toList());
  }

  Set<String> ids() {
    return new TreeSet<>(
        elements.stream()
            .map(each -> each.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList());
  }

  /** The ids to which attributes point. */
  Set<String> references() {
    Set<String> ids = new TreeSet<>();
    for (Element element : elements) {
      REFERENCE
          .matcher(element.getAttribute("clip-path"))
          .results()
          .forEach(found -> ids.add(found.group(1)));
    }
    return ids;
  }

  String text(String tag) {
    return tagged(tag).findFirst().orElseThrow().getTextContent();
  }

  /** All text in it. */
  public List<String> all() {
    return Stream.of("title", "desc", "text")
        .flatMap(this::tagged)
        .map(Element::getTextContent)
        .toList();
  }

  private Stream<Element> tagged(String tag) {
    return elements.stream().filter(each -> each.getTagName().equals(tag));
  }

  /** Labels lie within the picture, and no two of them over each other. */
  public void assertNoLabelLiesOverAnother(String name) {
    Map<Element, Rectangle2D> boxes = new LinkedHashMap<>();
    tagged("text").forEach(text -> boxes.put(text, box(text)));
    assertThat(boxes).as(name).isNotEmpty();
    Rectangle2D picture = new Rectangle2D.Double(0, 0, 960, 420);
    List<Map.Entry<Element, Rectangle2D>> all = List.copyOf(boxes.entrySet());
    for (int i = 0; i < all.size(); i++) {
      Rectangle2D box = all.get(i).getValue();
      String label = all.get(i).getKey().getTextContent();
      assertThat(picture.contains(box)).as("%s: %s at %s", name, label, box).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(box.intersects(all.get(j).getValue()))
            .as("%s: '%s' over '%s'", name, label, all.get(j).getKey().getTextContent())
            .isFalse();
      }
    }
  }

  private static Rectangle2D box(Element text) {
    double size = Double.parseDouble(inherited(text, "font-size").replace("px", ""));
    Rectangle2D box =
        new Rectangle2D.Double(
            number(text, "x"),
            number(text, "y") - size * ASCENT,
            number(text, "textLength"),
            size * (ASCENT + DESCENT));
    return transform(text).createTransformedShape(box).getBounds2D();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static String inherited(Element element, String attribute) {
    Node node = element;
    while (node instanceof Element each) {
      if (each.hasAttribute(attribute)) {
        return each.getAttribute(attribute);
      }
      node = node.getParentNode();
    }
    throw new AssertionError("no " + attribute);
  }

  private static AffineTransform transform(Element element) {
    AffineTransform all = new AffineTransform();
    Node node = element;
    while (node instanceof Element each) {
      if (each.hasAttribute("transform")) {
        all.preConcatenate(parsed(each.getAttribute("transform")));
      }
      node = node.getParentNode();
    }
    return all;
  }

  private static AffineTransform parsed(String transform) {
    AffineTransform all = new AffineTransform();
    for (String part : transform.split("(?<=\\))\\s*", -1)) {
      if (!part.isBlank()) {
        String name = part.substring(0, part.indexOf('('));
        double[] numbers =
            Stream.of(part.substring(part.indexOf('(') + 1, part.length() - 1).split("[ ,]+", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        all.concatenate(
            switch (name) {
              case "matrix" -> new AffineTransform(numbers);
              case "translate" -> AffineTransform.getTranslateInstance(numbers[0], numbers[1]);
              case "rotate" -> AffineTransform.getRotateInstance(Math.toRadians(numbers[0]));
              default -> throw new AssertionError(part);
            });
      }
    }
    return all;
  }
}
