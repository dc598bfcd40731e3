package io.killtrail.cli.host;

import io.killtrail.analyzer.PidFileSurvey;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.MachineOptions;
import io.killtrail.cli.option.PidFileOptions;
import io.killtrail.cli.option.PidFileOptions.Format;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.OutputFile;
import io.killtrail.cli.session.PageWidth;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.capture.HostCapture;
import io.killtrail.reports.csv.PidFilesCsv;
import io.killtrail.reports.json.PidFilesJson;
import io.killtrail.reports.openmetrics.PidFilesMetrics;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.PidFilesText;
import io.killtrail.reports.text.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail pidfiles}: the next collision, before it happens. */
@Command(
    name = "pidfiles",
    abbreviateSynopsis = true,
    header = "Tells which PID files are valid, stale, or armed: stale, and aimed at somebody else.",
    description = {
      "",
      "Armed is a stale PID file whose number a live process or thread has that has no part in it:"
          + " whoever trusts it next signals that one. Nothing is signalled here, not even with 0."
          + " What the index holds of earlier boots tells how likely a number is taken after the"
          + " next.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail pidfiles",
      "  killtrail pidfiles --fail-on armed --format json",
      "  killtrail pidfiles --pid-files '/srv/*/shared/pids/*.pid'",
      "  killtrail pidfiles --format openmetrics -o /var/lib/node_exporter/pidfiles.prom",
      "  killtrail pidfiles --root /mnt/image",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.ARMED,
      ExitStatus.UNSEEN
    })
public final class PidFilesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private MachineOptions machine;
  @Mixin private IndexOption index;
  @Mixin private PidFileOptions options;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;

  public PidFilesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    HostCapture capture = machine.capture(session.environment().clock());
    capture.unseen().forEach(session::complain);
    PidFileSurvey.Found found = survey(capture);
    found.unseen().forEach(session::complain);
    List<PidFileStanding> files = found.files();
    tell(capture, files);
    boolean armed = files.stream().anyMatch(PidFileStanding::isArmed);
    boolean all = capture.unseen().isEmpty() && found.unseen().isEmpty();
    ExitStatus seen = all ? ExitStatus.DONE : ExitStatus.PARTLY;
    return (options.failOnArmed() && armed ? ExitStatus.FLAGGED : ExitStatus.DONE).and(seen).code();
  }

  /** Without an index there is no history; one that was asked for must be there. */
  private PidFileSurvey.Found survey(HostCapture capture) throws IOException {
    Path directory = index.directory(session.environment());
    if (!index.asked() && !Files.exists(directory)) {
      return PidFileSurvey.of(capture, Optional.empty());
    }
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return PidFileSurvey.of(capture, Optional.of(reader));
    }
  }

  private void tell(HostCapture capture, List<PidFileStanding> files) throws IOException {
    Optional<Path> file = options.output();
    if (file.isPresent()) {
      OutputFile.write(file.get(), out -> write(capture, files, out, TextReport.WIDTH));
    } else if (options.format() == Format.TABLE) {
      write(capture, files, session.out(), PageWidth.of(session));
    } else {
      session.print(out -> write(capture, files, out, TextReport.WIDTH));
    }
  }

  private void write(HostCapture capture, List<PidFileStanding> files, Appendable out, int width)
      throws IOException {
    Palette palette =
        options.output().isPresent() ? color.filePalette() : color.palette(session.environment());
    switch (options.format()) {
      case TABLE ->
          new PidFilesText(out, palette, width, zone.zone(session.environment())).write(files);
      case JSON ->
          PidFilesJson.write(capture.snapshot().at(), capture.snapshot().host(), files, out);
      case CSV -> PidFilesCsv.write(files, out);
      case OPENMETRICS -> PidFilesMetrics.write(files, out);
    }
  }
}
