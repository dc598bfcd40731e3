package io.killtrail.cli.ingest;

import io.killtrail.cli.environment.StopSignals;
import io.killtrail.cli.option.EvidenceOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.InputOptions;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code killtrail ingest}: evidence into the index. */
@Command(
    name = "ingest",
    abbreviateSynopsis = true,
    header = "Reads evidence into the index.",
    description = {
      "",
      "Takes what analyze takes. Content that is in the index already is skipped, so it may be run"
          + " again and again over the same directory. An audit log on standard input that does not"
          + " end is read as it comes, until SIGTERM or Ctrl-C.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail ingest /var/log/audit",
      "  killtrail ingest --follow /var/log/audit",
      "  journalctl -o json --since today | killtrail ingest -",
      "  killtrail ingest --root /mnt/image",
      "  killtrail ingest --index ./web01.index --host web01 evidence/",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.PART
    })
public final class IngestCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Option(
      names = "--follow",
      description =
          "Goes on reading as the files are written and rotated, until SIGTERM or Ctrl-C. With - as"
              + " the only path, audit records are taken from standard input as auditd gives them to"
              + " a plugin.")
  private boolean follow;

  @Mixin private EvidenceOptions evidence;
  @Mixin private IndexOption index;
  @Mixin private InputOptions input;

  public IngestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    if (follow) {
      return follow(directory);
    }
    IngestRun run = run(directory);
    new IngestSummary(run.inputs()).print(session.out());
    return run.status().code();
  }

  private IngestRun run(Path directory) throws IOException, InterruptedException {
    if (!evidence.standardInputOnly() || evidence.cannotBeFollowed()) {
      return IngestRun.into(directory, evidence, input.options(), session);
    }
    try (StopSignals signals = StopSignals.listen()) {
      return IngestRun.piped(directory, input.options(), signals::asked, session);
    }
  }

  private int follow(Path directory) throws IOException, InterruptedException {
    if (evidence.cannotBeFollowed()) {
      throw new ParameterException(
          command.commandLine(), "--follow takes files and directories, or - alone");
    }
    try (StopSignals signals = StopSignals.listen()) {
      return IngestRun.following(directory, evidence, input.options(), signals::asked, session)
          .status()
          .code();
    }
  }
}
