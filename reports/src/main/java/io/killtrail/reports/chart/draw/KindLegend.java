package io.killtrail.reports.chart.draw;

import java.util.Map;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.LabelBlock;
import org.jfree.chart.title.CompositeTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** A legend of colours with their patterns, which JFreeChart's own cannot show. */
public final class KindLegend {
  private KindLegend() {}

  /** One line, or more where it is long: what it is about, then the kinds in their order. */
  public static Title of(String about, Map<String, Hatch> kinds) {
    BlockContainer line =
        new BlockContainer(
            new FlowArrangement(HorizontalAlignment.CENTER, VerticalAlignment.CENTER, 4, 2));
    if (!about.isEmpty()) {
      line.add(label(about + ":", 8));
    }
    kinds.forEach((name, look) -> line.add(item(name, look)));
    CompositeTitle legend = new CompositeTitle(line);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setPadding(new RectangleInsets(4, 0, 0, 0));
    return legend;
  }

  private static BlockContainer item(String name, Hatch look) {
    BlockContainer item = new BlockContainer(new BorderArrangement());
    item.add(new Swatch(look), RectangleEdge.LEFT);
    item.add(label(name, 12));
    return item;
  }

  private static LabelBlock label(String text, int after) {
    LabelBlock label = new LabelBlock(Label.cut(text, 40), Look.TEXT, Look.INK);
    label.setPadding(new RectangleInsets(1, 4, 1, after));
    return label;
  }
}
