package io.killtrail.cli;

import io.killtrail.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself: without a subcommand it says what there is. */
@Command(
    name = "killtrail",
    header = "Who ended my process, and why?",
    description = {
      "",
      "Reads what a Linux host wrote down (audit logs, the systemd journal, snapshots of processes"
          + " and PID files) and says for every death who sent which signal, whether it was meant,"
          + " and how sure that is.",
      ""
    },
    footer = {
      "",
      "To begin:",
      "  killtrail analyze /var/log/audit",
      "  killtrail analyze --host web01 evidence/   a directory with logs and journals",
      "",
      "killtrail COMMAND --help tells more, with examples."
    })
final class Killtrail implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitStatus.USAGE.code();
  }
}
