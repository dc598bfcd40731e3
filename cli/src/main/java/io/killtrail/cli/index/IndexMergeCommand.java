package io.killtrail.cli.index;

import io.killtrail.analyzer.IndexCare;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code killtrail index merge}: one index of several. */
@Command(
    name = "merge",
    abbreviateSynopsis = true,
    header = "Makes one index of several.",
    description = {
      "",
      "Facts, rejected lines and inputs that several of them hold are in it once. The indexes"
          + " themselves stay as they are.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail index merge web01.index db02.index -o fleet.index",
      "  killtrail report --index fleet.index",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class IndexMergeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "INDEX", description = "Directories of indexes.")
  private List<Path> sources;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Where the new index is made; no index may be there.")
  private Path target;

  public IndexMergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    IndexCare.merge(sources, target, session.environment().clock());
    return ExitStatus.DONE.code();
  }
}
