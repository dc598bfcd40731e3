package io.killtrail.reports.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts have in common: size, colours, fonts and frame. */
public final class Look {
  /** Size in dots: half a page of a report. */
  public static final int WIDTH = 960;

  public static final int HEIGHT = 420;

  /** The ground that every chart brings along, light on dark pages too. */
  public static final Color GROUND = new Color(0xfdfdfb);

  public static final Color INK = new Color(0x1f2328);
  public static final Color FAINT_INK = new Color(0x57606a);
  public static final Color GRID = new Color(0xe4e6e8);

  // The colours of Okabe and Ito, which people with any colour vision can tell apart.
  public static final Color ORANGE = new Color(0xe69f00);
  public static final Color SKY = new Color(0x56b4e9);
  public static final Color GREEN = new Color(0x009e73);
  public static final Color YELLOW = new Color(0xf0e442);
  public static final Color BLUE = new Color(0x0072b2);
  public static final Color VERMILION = new Color(0xd55e00);
  public static final Color PURPLE = new Color(0xcc79a7);
  public static final Color BLACK = new Color(0x30353a);
  public static final Color GREY = new Color(0xb8bcc2);

  public static final Font TEXT = Fonts.plain(11f);
  public static final Font STRONG = Fonts.bold(11f);
  private static final Font TITLE = Fonts.bold(15f);
  private static final Font SUBTITLE = Fonts.plain(12f);

  public static final BasicStroke THIN = new BasicStroke(1f);

  private static final int MARGIN = 16;
  private static final int SUBTITLE_LINES = 2;

  private Look() {}

  /** A chart with its frame: title and what it says above the plot. */
  public static JFreeChart chart(String title, String says, Plot plot) {
    JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
    chart.setBackgroundPaint(GROUND);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(10, MARGIN, 8, MARGIN));
    double width = WIDTH - 2 * MARGIN;
    chart.addSubtitle(line(Label.fitted(title, TITLE, width), TITLE, INK, 0));
    for (String line : Label.lines(says, SUBTITLE, width, SUBTITLE_LINES)) {
      chart.addSubtitle(line(line, SUBTITLE, FAINT_INK, 3));
    }
    plot.setBackgroundPaint(null);
    plot.setOutlinePaint(null);
    plot.setInsets(new RectangleInsets(10, 0, 0, 6));
    return chart;
  }

  private static TextTitle line(String text, Font font, Color color, int above) {
    TextTitle line = new TextTitle(text, font);
    line.setPaint(color);
    line.setHorizontalAlignment(HorizontalAlignment.LEFT);
    line.setMargin(above, 0, 0, 0);
    line.setPadding(RectangleInsets.ZERO_INSETS);
    return line;
  }

  /** An axis in the colours and the font of all charts. */
  public static void dress(Axis axis, String title) {
    axis.setLabel(title);
    axis.setLabelFont(TEXT);
    axis.setLabelPaint(FAINT_INK);
    axis.setTickLabelFont(TEXT);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(GREY);
    axis.setTickMarkPaint(GREY);
    if (axis instanceof ValueAxis value) {
      value.setAutoRange(false);
    }
  }
}
