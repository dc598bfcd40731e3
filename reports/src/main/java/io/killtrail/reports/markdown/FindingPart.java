package io.killtrail.reports.markdown;

import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.model.RuleUse;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.PartyText;
import io.killtrail.reports.text.RuleText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Findings that are no cases, and what the report rests on. */
final class FindingPart {
  private final Sheet sheet;
  private final TimeText times;

  FindingPart(Sheet sheet, TimeText times) {
    this.sheet = sheet;
    this.times = times;
  }

  private <T> void table(
      String title, List<String> heads, List<T> all, Function<T, List<String>> row)
      throws IOException {
    if (all.isEmpty()) {
      return;
    }
    sheet.heading(2, title);
    sheet.table(heads, all.stream().limit(CasePart.ROWS).map(row).toList());
    CasePart.more(sheet, all.size());
  }

  void loops(List<RestartLoop> loops) throws IOException {
    table(
        "Restart loops",
        List.of("host", "unit", "restarts", "one every", "status", "first", "last", "advice"),
        loops,
        loop ->
            List.of(
                host(loop.host()),
                MarkdownText.code(loop.unit()),
                Count.of(loop.restarts()),
                loop.interval().toSeconds() + " s",
                number(loop.status()),
                times.of(loop.first()),
                times.of(loop.last()),
                MarkdownText.sentence(loop.advice())));
  }

  void nearMisses(List<NearMiss> misses) throws IOException {
    table(
        "Near misses: stale PID files acted on without a victim",
        List.of("time", "host", "result", "what", "by"),
        misses,
        miss ->
            List.of(
                times.of(miss.time()),
                host(miss.host()),
                miss.result().label(),
                MarkdownText.sentence(miss.summary()),
                MarkdownText.code(PartyText.of(miss.sender()))));
  }

  void presumed(List<PresumedGroup> groups) throws IOException {
    table(
        "Presumed deaths, without a record of the end",
        List.of("deaths", "signal", "of", "by", "first", "last"),
        groups,
        group ->
            List.of(
                Count.of(group.count()),
                group.signal().name(),
                group.victimComm().map(MarkdownText::code).orElse("?"),
                group.senderExe().map(MarkdownText::code).orElse("?"),
                times.of(group.first()),
                times.of(group.last())));
  }

  void expectations(List<RuleUse> uses) throws IOException {
    table(
        "What this site expects: " + RuleText.all(uses),
        List.of("because", "use", "rule", "at"),
        uses,
        use ->
            List.of(
                MarkdownText.sentence(use.rule().because()),
                RuleText.use(use),
                use.rule().query().map(MarkdownText::code).orElse("?"),
                MarkdownText.code(RuleText.place(use.rule()))));
  }

  void coverage(List<CoverageProblem> problems) throws IOException {
    table(
        "Not covered: what the evidence cannot show",
        List.of("host", "from", "to", "problem", "affects"),
        problems,
        problem ->
            List.of(
                host(problem.host()),
                time(problem.from()),
                time(problem.to()),
                MarkdownText.sentence(problem.problem()),
                MarkdownText.sentence(problem.affects())));
  }

  void inputs(List<InputRead> inputs) throws IOException {
    table(
        "Read: " + Count.of(inputs.size(), "input"),
        List.of("input", "format", "records", "not understood", "note"),
        inputs,
        input ->
            List.of(
                MarkdownText.code(input.path()),
                MarkdownText.sentence(input.format()),
                Count.of(input.records()),
                Count.of(input.rejected()),
                input.note().map(MarkdownText::sentence).orElse("")));
  }

  private static String host(Optional<String> host) {
    return host.map(MarkdownText::code).orElse("?");
  }

  private String time(Optional<Instant> time) {
    return time.map(times::of).orElse("?");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
