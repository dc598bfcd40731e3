package io.killtrail.cli.host;

import io.killtrail.analyzer.doctor.Check;
import io.killtrail.analyzer.doctor.Doctor;
import io.killtrail.analyzer.doctor.ExaminedHost;
import io.killtrail.analyzer.doctor.Finding;
import io.killtrail.analyzer.doctor.IndexHealthCheck;
import io.killtrail.analyzer.doctor.PidFileCheck;
import io.killtrail.analyzer.doctor.Severity;
import io.killtrail.cli.option.ArchOption;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.FailOnProblem;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.Interval;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.TextOrJson;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.PageWidth;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.capture.HostCapture;
import io.killtrail.ingest.setup.HostView;
import io.killtrail.ingest.setup.LiveView;
import io.killtrail.ingest.setup.SavedView;
import io.killtrail.reports.json.DoctorJson;
import io.killtrail.reports.text.DoctorText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code killtrail doctor}: what this host fails to record. */
@Command(
    name = "doctor",
    abbreviateSynopsis = true,
    header = "Tells what this host fails to record, and what mends it.",
    description = {
      "",
      "Looks at audit rules, the kernel's audit, auditd, the journal, the clock, killtrail's"
          + " own units and index, and PID files. Of each finding: what it is, which question about a death it"
          + " leaves open, and the command that mends it. Changes nothing.",
      "",
      "What only root may see is told as not seen. With --offline it looks at what was saved: a"
          + " root directory, an unpacked sosreport, a copy of /etc/audit, or what auditctl -s and"
          + " auditctl -l printed, in files with auditctl in their names.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail doctor",
      "  killtrail doctor --fail-on problem --format json",
      "  killtrail doctor --offline ./sosreport-web01",
      ExitStatus.HEADING + ExitStatus.BASIC,
      "  3 done, and there is a problem (only with --fail-on problem)"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--offline",
      paramLabel = "PATH",
      description = "Look at what was saved of another host, not at this one.")
  private Path offline;

  @Mixin private ArchOption arch;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      description =
          "How often you report, such as 12h or 7d: the logs must reach back as far. Default: 24h.")
  private Interval interval = Interval.DAY;

  @Mixin private FailOnProblem failOn;
  @Mixin private IndexOption index;
  @Mixin private TextOrJson format;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    HostView view = offline == null ? LiveView.ofThisHost() : SavedView.open(offline);
    Instant now = session.environment().clock().instant();
    ExaminedHost host = new ExaminedHost(view, arch.asked(), interval.time(), now);
    List<Finding> findings = new Doctor(checks()).examine(host);
    try (Pager paged = Pager.open(session, pager)) {
      tell(findings, view, now, paged.session());
    }
    boolean problem = findings.stream().anyMatch(finding -> finding.severity() == Severity.PROBLEM);
    return (failOn.asked() && problem ? ExitStatus.FLAGGED : ExitStatus.DONE).code();
  }

  private List<Check> checks() throws IOException {
    List<Check> checks = new ArrayList<>(Doctor.ofRecording());
    if (offline == null) {
      checks.add(new IndexHealthCheck(index.directory(session.environment())));
      checks.add(
          new PidFileCheck(HostCapture.ofThisMachine(List.of(), session.environment().clock())));
    }
    return checks;
  }

  private void tell(List<Finding> findings, HostView view, Instant now, Session out)
      throws IOException {
    switch (format.format()) {
      case TEXT ->
          new DoctorText(out.out(), color.palette(out.environment()), PageWidth.of(out))
              .write(findings);
      case JSON -> DoctorJson.write(findings, view.saved(), now, out.out());
    }
  }
}
