package io.killtrail.cli.index;

import io.killtrail.analyzer.IndexCare;
import io.killtrail.analyzer.index.IndexPruning;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code killtrail index prune}: old facts out of the index. */
@Command(
    name = "prune",
    abbreviateSynopsis = true,
    header = "Takes old facts out of the index.",
    description = {
      "",
      "Drops what is older, less a day, so that deaths at the edge keep their causes. The newest"
          + " that is known of each process, thread, PID file and running unit stays, since later"
          + " verdicts rest on it, and so do boots, audit settings and serials. What was read is"
          + " remembered, and is not read again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail index prune --older-than 90d",
      "  killtrail index prune --index ./web01.index --older-than 26w",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class IndexPruneCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;
  @Mixin private IndexOption index;

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "AGE",
      description = "How old: 90d, 26w, 48h.")
  private String age;

  public IndexPruneCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    IndexPruning.Result result =
        IndexCare.prune(directory, oldest(), session.environment().clock());
    session
        .out()
        .append("dropped " + result.dropped() + " facts")
        .append("; kept " + result.kept() + " as old, on which later verdicts may rest\n");
    return ExitStatus.DONE.code();
  }

  private Instant oldest() {
    try {
      return new TimeArgument(session.environment().clock(), ZoneOffset.UTC)
          .parse("-" + age.strip());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '--older-than': '"
              + age
              + "' is no age; give one as 90d, 26w or 48h",
          e);
    }
  }
}
