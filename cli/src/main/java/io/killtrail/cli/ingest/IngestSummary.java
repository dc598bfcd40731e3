package io.killtrail.cli.ingest;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an ingest read, a line for each format. */
final class IngestSummary {
  private final List<InputSummary> inputs;

  IngestSummary(List<InputSummary> inputs) {
    this.inputs = inputs;
  }

  void print(Appendable out) throws IOException {
    for (Map.Entry<InputFormat, List<InputSummary>> format : read().entrySet()) {
      List<InputSummary> of = format.getValue();
      long records = of.stream().mapToLong(InputSummary::records).sum();
      long rejected = of.stream().mapToLong(InputSummary::rejected).sum();
      line(out, format.getKey().label(), of.size(), records + " records" + not(rejected));
    }
    count(out, Outcome.KNOWN, "read before", "skipped");
    count(out, Outcome.NOT_EVIDENCE, "not evidence", "skipped");
    count(out, Outcome.FAILED, "failed", "named on standard error");
  }

  private Map<InputFormat, List<InputSummary>> read() {
    return inputs.stream()
        .filter(input -> input.outcome() == Outcome.READ)
        .collect(
            Collectors.groupingBy(
                InputSummary::format, () -> new EnumMap<>(InputFormat.class), Collectors.toList()));
  }

  private void count(Appendable out, Outcome outcome, String label, String what)
      throws IOException {
    long number = inputs.stream().filter(input -> input.outcome() == outcome).count();
    if (number > 0) {
      line(out, label, number, what);
    }
  }

  private static void line(Appendable out, String label, long number, String what)
      throws IOException {
    String noun = number == 1 ? "input " : "inputs";
    out.append(String.format(Locale.ROOT, "%-18s %5d %s  %s%n", label, number, noun, what));
  }

  private static String not(long rejected) {
    return rejected == 0 ? "" : ", " + rejected + " lines not understood";
  }
}
