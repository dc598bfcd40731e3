package io.killtrail.reports.text;

import io.killtrail.analyzer.IndexSummary;
import io.killtrail.analyzer.custody.CheckedInput;
import io.killtrail.analyzer.index.IndexCheck;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.InputSummary.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What an index holds, and whether it is sound, for people. */
public final class IndexText {
  private static final String NO_HOST = "no known host";

  private final Appendable out;
  private final TimeText times;

  public IndexText(Appendable out, TimeText times) {
    this.out = out;
    this.times = times;
  }

  /** What it holds. */
  public void write(String directory, IndexSummary summary) throws IOException {
    line("INDEX  " + escape(directory) + ", " + Count.of(summary.bytes(), "byte"));
    line("");
    line("FACTS");
    for (var host : summary.facts().entrySet()) {
      line("  " + (host.getKey().isEmpty() ? NO_HOST : escape(host.getKey())));
      for (var kind : host.getValue().entrySet()) {
        line(String.format(Locale.ROOT, "    %-9s %,13d", kind.getKey(), kind.getValue()));
      }
    }
    line("");
    line("INPUTS  " + Count.of(summary.inputs().size()));
    for (IndexSummary.Read read : summary.inputs()) {
      input(read);
    }
    rejected(summary);
    gaps(summary.gaps());
  }

  private void input(IndexSummary.Read read) throws IOException {
    IndexedInput input = read.input();
    line("  " + String.join(", ", input.paths().keySet().stream().map(IndexText::escape).toList()));
    String rejected =
        input.rejected() == 0 ? "" : ", " + Count.of(input.rejected(), "line") + " not understood";
    String failed = input.outcome() == Outcome.FAILED ? ", not read to its end" : "";
    line(
        "    "
            + input.format().label()
            + ", read to byte "
            + Count.of(read.offset())
            + ", "
            + Count.of(input.records(), "record")
            + rejected
            + failed);
    if (input.digest().isPresent()) {
      line("    sha256 " + input.digest().get());
    }
  }

  private void rejected(IndexSummary summary) throws IOException {
    if (summary.rejected().isEmpty()) {
      return;
    }
    line("");
    line("REJECTED LINES  killtrail rejected lists them");
    for (var reason : summary.rejected().entrySet()) {
      line(String.format(Locale.ROOT, "  %,9d  ", reason.getValue()) + escape(reason.getKey()));
    }
  }

  private void gaps(List<IndexSummary.Gaps> gaps) throws IOException {
    if (gaps.isEmpty()) {
      return;
    }
    line("");
    line("GAPS");
    for (IndexSummary.Gaps gap : gaps) {
      line(
          "  "
              + (gap.host().isEmpty() ? NO_HOST : escape(gap.host()))
              + "  "
              + gap.problem().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + "  told "
              + Count.of(gap.times(), "time")
              + (gap.lost() == 0 ? "" : ", " + Count.of(gap.lost(), "record") + " lost")
              + ", "
              + times.of(gap.first())
              + " to "
              + times.of(gap.last()));
    }
  }

  /** Whether it is sound. */
  public void write(IndexCheck.Result result) throws IOException {
    for (String problem : result.problems()) {
      line("damaged    " + escape(problem));
    }
    if (result.found() > result.problems().size()) {
      line("damaged    " + Count.of(result.found() - result.problems().size()) + " more");
    }
    String sound = result.found() == 0 ? "no damage found" : "damaged";
    line(
        Count.of(result.facts(), "fact")
            + ", "
            + Count.of(result.inputs(), "input")
            + ": "
            + sound);
  }

  /** What is left of an input, a line. */
  public void write(CheckedInput input) throws IOException {
    String at = input.at().map(path -> ", now " + escape(path)).orElse("");
    line(
        String.format(Locale.ROOT, "%-10s ", word(input.state()))
            + escape(input.path())
            + at
            + detail(input));
  }

  /** The state of an input in one word. */
  public static String word(CheckedInput.State state) {
    return switch (state) {
      case CheckedInput.Unchanged same -> "unchanged";
      case CheckedInput.Grown grown -> "grown";
      case CheckedInput.Changed changed -> "changed";
      case CheckedInput.Gone gone -> "gone";
      case CheckedInput.Unreadable unreadable -> "unreadable";
      case CheckedInput.NoFile none -> "no-file";
    };
  }

  private static String detail(CheckedInput input) {
    return switch (input.state()) {
      case CheckedInput.Unchanged same -> ": " + Count.of(input.length(), "byte");
      case CheckedInput.Grown grown ->
          ": " + Count.of(input.length()) + " of " + Count.of(grown.size(), "byte") + " read";
      case CheckedInput.Changed changed ->
          ": block "
              + changed.block()
              + " (bytes "
              + changed.from()
              + " to "
              + changed.to()
              + ")"
              + (changed.blocks() > 1
                  ? " and " + Count.of(changed.blocks() - 1L, "other block")
                  : "");
      case CheckedInput.Gone gone -> gone.replaced() ? ": another file has its name" : "";
      case CheckedInput.Unreadable unreadable -> ": " + escape(unreadable.why());
      case CheckedInput.NoFile none -> ": nothing on disk to compare with";
    };
  }

  private static String escape(String text) {
    return TerminalText.escape(text);
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
