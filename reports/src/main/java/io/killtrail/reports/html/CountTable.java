package io.killtrail.reports.html;

import io.killtrail.reports.text.Count;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often something was seen, most often first; what is rare stands together. */
final class CountTable {
  private static final int ROWS = 20;

  private final Markup html;

  CountTable(Markup html) {
    this.html = html;
  }

  <K> void write(String what, Map<K, Long> counts, Function<K, String> name) throws IOException {
    List<Map.Entry<K, Long>> sorted =
        counts.entrySet().stream()
            .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    html.open("table", "class", "counts");
    html.open("thead");
    html.open("tr");
    html.leaf("th", what, "scope", "col");
    html.leaf("th", "Calls", "scope", "col", "class", "number");
    html.close("tr");
    html.close("thead");
    html.open("tbody");
    for (Map.Entry<K, Long> each : sorted.subList(0, Math.min(ROWS, sorted.size()))) {
      row(name.apply(each.getKey()), each.getValue());
    }
    if (sorted.size() > ROWS) {
      long others = sorted.stream().skip(ROWS).mapToLong(Map.Entry::getValue).sum();
      row(Count.of(sorted.size() - ROWS, "other"), others);
    }
    html.close("tbody");
    html.close("table");
  }

  private void row(String name, long count) throws IOException {
    html.open("tr");
    html.leaf("th", name, "scope", "row");
    html.leaf("td", Count.of(count), "class", "number");
    html.close("tr");
  }
}
