package io.killtrail.cli.index;

import io.killtrail.analyzer.IndexSummary;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.TextOrJson;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.json.IndexJson;
import io.killtrail.reports.text.FactLine;
import io.killtrail.reports.text.IndexText;
import io.killtrail.reports.text.TimeText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail index info}: what the index holds. */
@Command(
    name = "info",
    abbreviateSynopsis = true,
    header = "Tells what the index holds.",
    description = {
      "",
      "Its size, facts by host and kind, each input with digest and the byte up to which it was"
          + " read, how many lines were rejected and why, and losses that the evidence tells of.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail index info",
      "  killtrail index info --index ./web01.index --format json",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class IndexInfoCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;
  @Mixin private TextOrJson format;
  @Mixin private ZoneOption zone;

  public IndexInfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    IndexSummary summary = IndexSummary.of(directory, FactLine::kind);
    switch (format.format()) {
      case TEXT ->
          new IndexText(session.out(), new TimeText(zone.zone(session.environment())))
              .write(directory.toString(), summary);
      case JSON -> IndexJson.write(directory.toString(), summary, session.out());
    }
    return ExitStatus.DONE.code();
  }
}
