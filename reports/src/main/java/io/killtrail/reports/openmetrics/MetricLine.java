package io.killtrail.reports.openmetrics;

import io.killtrail.reports.text.TerminalText;
import java.util.List;
import java.util.StringJoiner;

/**
 * One series with its value.
 *
 * @param labels names of the labels
 * @param values their values, which may come out of logs
 * @param number as both formats write it
 */
record MetricLine(List<String> labels, List<String> values, String number) {
  /** Longer values are cut: no name of a unit or host is as long. */
  private static final int LONGEST = 128;

  MetricLine {
    labels = List.copyOf(labels);
    values = List.copyOf(values);
  }

  /** One without labels. */
  static MetricLine of(long number) {
    return new MetricLine(List.of(), List.of(), Long.toString(number));
  }

  /**
   * A label's value as it is shown: without controls, and short. Two that look the same then are
   * one series, since a series told twice makes a parser refuse all.
   */
  static String shown(String value) {
    return TerminalText.escape(value, LONGEST);
  }

  String text(String name) {
    StringJoiner pairs = new StringJoiner(",", "{", "}").setEmptyValue("");
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(labels.get(i) + "=\"" + quoted(values.get(i)) + '"');
    }
    return name + pairs + " " + number;
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
