package io.killtrail.reports.redact;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report with pseudonyms in place of names. */
final class RedactedReport {
  private final RedactedText text;
  private final RedactedCase cases;
  private final RedactedParty parties;
  private final RedactedRule rules;

  RedactedReport(RedactedText text) {
    this.text = text;
    this.cases = new RedactedCase(text);
    this.parties = new RedactedParty(text);
    this.rules = new RedactedRule(text);
  }

  Report of(Report report) {
    return new Report(
        report.generated(), filter(report.filter()), analysis(report.analysis()), report.summary());
  }

  private ReportFilter filter(ReportFilter filter) {
    return new ReportFilter(
        filter.since(),
        filter.until(),
        filter.hosts().stream().map(text::hostOrAddress).collect(Collectors.toSet()),
        filter.units().stream().map(text::prose).collect(Collectors.toSet()),
        filter.causes(),
        filter.flags(),
        filter.series());
  }

  Analysis analysis(Analysis plain) {
    return new Analysis(
        plain.from(),
        plain.to(),
        plain.hosts().stream().map(text::hostOrAddress).toList(),
        signals(plain.signals()),
        plain.cases().stream().map(cases::of).toList(),
        plain.presumedGroups().stream().map(this::group).toList(),
        plain.restartLoops().stream().map(this::loop).toList(),
        plain.nearMisses().stream().map(this::nearMiss).toList(),
        plain.coverage().stream().map(this::problem).toList(),
        plain.inputs().stream().map(this::input).toList(),
        plain.expectations().stream().map(rules::of).toList(),
        plain.timelines().stream().map(this::timeline).toList());
  }

  private HostTimeline timeline(HostTimeline plain) {
    return new HostTimeline(
        plain.host().map(text::hostOrAddress), plain.boots(), plain.signals(), plain.watches());
  }

  private SignalCounts signals(SignalCounts plain) {
    Map<String, Long> bySender = new TreeMap<>();
    plain.bySender().forEach((name, calls) -> bySender.merge(text.prose(name), calls, Long::sum));
    return new SignalCounts(plain.total(), plain.failed(), plain.bySignal(), bySender);
  }

  private PresumedGroup group(PresumedGroup plain) {
    return new PresumedGroup(
        plain.senderExe().map(text::prose),
        plain.signal(),
        plain.victimComm().map(text::prose),
        plain.count(),
        plain.first(),
        plain.last());
  }

  RestartLoop loop(RestartLoop plain) {
    return new RestartLoop(
        plain.host().map(text::hostOrAddress),
        text.prose(plain.unit()),
        plain.restarts(),
        plain.status(),
        plain.first(),
        plain.last(),
        text.prose(plain.advice()));
  }

  private NearMiss nearMiss(NearMiss plain) {
    return new NearMiss(
        plain.host().map(text::hostOrAddress),
        plain.time(),
        parties.of(plain.sender()),
        plain.signal(),
        plain.target(),
        plain.result(),
        parties.of(plain.pidFile()),
        parties.saying(plain.summary(), plain.sender()));
  }

  private CoverageProblem problem(CoverageProblem plain) {
    return new CoverageProblem(
        plain.host().map(text::hostOrAddress),
        plain.from(),
        plain.to(),
        text.prose(plain.problem()),
        text.prose(plain.affects()));
  }

  /** The digest stays: it tells whether somebody has the very file, and nothing else. */
  private InputRead input(InputRead plain) {
    return new InputRead(
        text.prose(plain.path()),
        plain.format(),
        plain.digest(),
        plain.records(),
        plain.rejected(),
        plain.note().map(text::prose));
  }
}
