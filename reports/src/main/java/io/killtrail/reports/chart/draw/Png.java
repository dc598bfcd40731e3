package io.killtrail.reports.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.encoders.EncoderUtil;
import org.jfree.chart.encoders.ImageFormat;

/** Charts as PNG. */
public final class Png {
  /** Dots of the image for a dot of the chart. */
  private static final int SCALE = 2;

  private Png() {}

  /** Draws the chart and writes it. */
  public static void write(JFreeChart chart, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(Look.WIDTH * SCALE, Look.HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.scale(SCALE, SCALE);
      canvas.addRenderingHints(Hints.ALL);
      chart.setRenderingHints(Hints.hints());
      chart.draw(canvas, new Rectangle2D.Double(0, 0, Look.WIDTH, Look.HEIGHT));
    } finally {
      canvas.dispose();
    }
    EncoderUtil.writeBufferedImage(image, ImageFormat.PNG, out);
  }
}
