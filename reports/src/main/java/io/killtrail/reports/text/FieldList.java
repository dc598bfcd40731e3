package io.killtrail.reports.text;

import io.killtrail.analyzer.index.SearchField;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;

/** The fields that can be searched, for people. */
public final class FieldList {
  private FieldList() {}

  /**
   * A paragraph for each: name, type, meaning, values and an example.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(List<SearchField> fields, Palette palette, Appendable out)
      throws IOException {
    int names = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    String indent = " ".repeat(names + 2);
    for (SearchField field : fields) {
      String name = field.name() + " ".repeat(names - field.name().length());
      out.append(palette.paint(Style.LABEL, name))
          .append("  ")
          .append(palette.paint(Style.QUIET, field.type().label()))
          .append("  ")
          .append(field.meaning())
          .append('\n');
      if (!field.values().isEmpty()) {
        for (String line : Wrap.at(String.join(", ", field.values()), TextReport.WIDTH - names)) {
          out.append(indent).append(line).append('\n');
        }
      }
      out.append(indent).append(field.example()).append('\n');
    }
  }
}
