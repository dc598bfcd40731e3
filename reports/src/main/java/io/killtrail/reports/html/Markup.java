package io.killtrail.reports.html;

import java.io.IOException;
import java.util.Base64;

/**
 * Writes elements. Text and values of attributes are escaped here, so no section can forget it;
 * names of elements and attributes are constants of this package.
 */
final class Markup {
  private final Appendable out;

  Markup(Appendable out) {
    this.out = out;
  }

  /** Writes what stands inside of an element. */
  interface Content {
    void write() throws IOException;
  }

  /** A start tag; attributes are names and values in turn. */
  void open(String tag, String... attributes) throws IOException {
    out.append('<').append(name(tag));
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(name(attributes[i]));
      out.append("=\"").append(HtmlText.escape(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  /** An end tag. */
  void close(String tag) throws IOException {
    out.append("</").append(name(tag)).append('>');
  }

  /** An element with others inside, a line of the source. */
  void block(String tag, Content content, String... attributes) throws IOException {
    open(tag, attributes);
    content.write();
    close(tag);
    out.append('\n');
  }

  /** An element with text inside. */
  void leaf(String tag, String text, String... attributes) throws IOException {
    open(tag, attributes);
    text(text);
    close(tag);
  }

  /** Text, cut to the length that reports print in one piece. */
  void text(String text) throws IOException {
    out.append(HtmlText.escape(text));
  }

  /** Text, cut to {@code limit} characters. */
  void text(String text, int limit) throws IOException {
    out.append(HtmlText.escape(text, limit));
  }

  /** A line of the document type. */
  void doctype() throws IOException {
    out.append("<!DOCTYPE html>\n");
  }

  /** A style sheet or script of ours, as it is. */
  void inline(String tag, Asset asset) throws IOException {
    open(tag);
    out.append(asset.text());
    close(tag);
    out.append('\n');
  }

  /**
   * A picture within the file, shown as an image: nothing in it can run, and its ids and styles
   * meet no others.
   */
  void image(String alternative, byte[] svg) throws IOException {
    out.append("<img alt=\"").append(HtmlText.escape(alternative));
    out.append("\" src=\"data:image/svg+xml;base64,");
    out.append(Base64.getEncoder().encodeToString(svg)).append("\">");
  }

  private static String name(String name) {
    boolean all = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      all &= lower(letter) || letter == '-' || (i > 0 && digit(letter));
    }
    if (!all) {
      throw new IllegalArgumentException("no name of an element or attribute: " + name);
    }
    return name;
  }

  private static boolean lower(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean digit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
