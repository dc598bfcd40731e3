package io.killtrail.reports.chart.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The font of all charts. It comes out of the jar and is never looked up by name: what is installed
 * on a machine would change where things are drawn.
 */
public final class Fonts {
  /** Unhinted and in fractions of a dot: so widths are those of the font, on every machine. */
  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final Font PLAIN = load("DejaVuSans.ttf");
  private static final Font BOLD = load("DejaVuSans-Bold.ttf");

  private Fonts() {}

  /** The plain font in this size, in dots. */
  public static Font plain(float size) {
    return PLAIN.deriveFont(size);
  }

  /** The bold font in this size. */
  public static Font bold(float size) {
    return BOLD.deriveFont(size);
  }

  /** Whether it is the bold one: AWT takes each file for a plain font of its own. */
  static boolean isBold(Font font) {
    return font.getFontName(Locale.ROOT).equals(BOLD.getFontName(Locale.ROOT));
  }

  /** How wide a text is. */
  public static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }

  private static Font load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file + " is no font", e);
    }
  }
}
