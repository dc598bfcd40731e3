package io.killtrail.reports.markdown;

import java.io.IOException;
import java.util.List;

/** A Markdown document being written; all text given to it must be Markdown already. */
final class Sheet {
  private final Appendable out;
  private boolean begun;

  Sheet(Appendable out) {
    this.out = out;
  }

  /** Elements stand apart by an empty line. */
  private void apart() throws IOException {
    if (begun) {
      out.append('\n');
    }
    begun = true;
  }

  void heading(int level, String text) throws IOException {
    apart();
    out.append("#".repeat(level)).append(' ').append(text).append('\n');
  }

  void paragraph(String text) throws IOException {
    apart();
    out.append(text).append('\n');
  }

  void list(List<String> items) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    apart();
    for (String item : items) {
      out.append("- ").append(item).append('\n');
    }
  }

  void table(List<String> heads, List<List<String>> rows) throws IOException {
    apart();
    row(heads);
    row(heads.stream().map(head -> "---").toList());
    for (List<String> row : rows) {
      row(row);
    }
  }

  private void row(List<String> cells) throws IOException {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
