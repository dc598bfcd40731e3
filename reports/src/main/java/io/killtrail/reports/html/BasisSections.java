package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.DeedText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the report rests on: what is missing, what was recorded, what was read. */
final class BasisSections {
  private final Sections sections;
  private final Markup html;
  private final TimeText times;

  BasisSections(Markup html, TimeText times) {
    this.sections = new Sections(html);
    this.html = html;
    this.times = times;
  }

  void write(Analysis analysis) throws IOException {
    sections.list("coverage", "Not covered by the evidence", analysis.coverage(), this::problem);
    signals(analysis.signals());
    inputs(analysis.inputs());
  }

  private void problem(CoverageProblem problem) throws IOException {
    String host = problem.host().map(name -> name + ": ").orElse("");
    html.leaf("p", host + problem.problem(), "class", "what");
    html.open("p", "class", "quiet");
    end("from ", problem.from());
    end(problem.from().isPresent() ? " to " : "to ", problem.to());
    html.close("p");
    html.leaf("p", problem.affects());
  }

  private void end(String word, Optional<Instant> time) throws IOException {
    if (time.isPresent()) {
      html.text(word);
      new Moment(html, times).write(time.get());
    }
  }

  private void signals(SignalCounts signals) throws IOException {
    if (signals.total() == 0) {
      return;
    }
    sections.start("signals", "Signals recorded", signals.total());
    html.leaf("p", Count.of(signals.failed()) + " of these calls were refused.", "class", "quiet");
    html.open("div", "class", "columns");
    CountTable table = new CountTable(html);
    table.write("Signal", signals.bySignal(), number -> DeedText.of(new Signal(number)));
    table.write("Sender", signals.bySender(), sender -> sender);
    html.close("div");
    sections.end();
  }

  private void inputs(List<InputRead> inputs) throws IOException {
    if (inputs.isEmpty()) {
      return;
    }
    sections.start("inputs", "Read", inputs.size());
    html.open("table", "class", "inputs");
    html.open("thead");
    html.open("tr");
    for (String column : List.of("Input", "What it is", "Records", "Not understood")) {
      html.leaf("th", column, "scope", "col");
    }
    html.close("tr");
    html.close("thead");
    html.open("tbody");
    for (InputRead input : inputs) {
      html.block("tr", () -> input(input));
    }
    html.close("tbody");
    html.close("table");
    sections.end();
  }

  private void input(InputRead input) throws IOException {
    html.open("th", "scope", "row");
    html.leaf("span", input.path(), "class", "path");
    html.leaf(
        "code", input.digest().map(hex -> "sha256 " + hex).orElse("not read"), "class", "ref");
    if (input.note().isPresent()) {
      html.leaf("span", input.note().get(), "class", "note");
    }
    html.close("th");
    html.leaf("td", input.format());
    html.leaf("td", Count.of(input.records()), "class", "number");
    html.leaf("td", Count.of(input.rejected()), "class", "number");
  }
}
