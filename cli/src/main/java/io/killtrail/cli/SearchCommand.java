package io.killtrail.cli;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.FactOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ZoneOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code killtrail search}: single facts out of the index. */
@Command(
    name = "search",
    abbreviateSynopsis = true,
    header = "Finds facts in the index: signals, exits, unit changes, PID files, processes.",
    description = {
      "",
      "Prints a fact a line: when, its kind, the host, what it says, and the reference that show"
          + " takes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail search 'victim.comm:java AND signal:TERM'",
      "  killtrail search --count 'sender.exe:*python*'",
      "  killtrail search --format json --limit 1000 signal:KILL",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
final class SearchCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "QUERY", description = "A query in Lucene syntax.")
  private String query;

  @Mixin private IndexOption index;
  @Mixin private FactOptions facts;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      FactList list =
          new FactList(
              session, zone.zone(session.environment()), color.palette(session.environment()));
      list.print(reader, query, facts, Redaction.ofIndex(directory, reader, redact));
    }
    return ExitStatus.DONE.code();
  }
}
