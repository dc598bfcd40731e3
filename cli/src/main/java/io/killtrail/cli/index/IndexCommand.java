package io.killtrail.cli.index;

import io.killtrail.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code killtrail index}: the care of the index; without a subcommand it says what there is. */
@Command(
    name = "index",
    header = "Looks after the index: info, verify, prune, merge.",
    description = {
      "",
      "One killtrail at a time writes an index; any number read it meanwhile and see what was"
          + " committed last.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail index info",
      "  killtrail index verify --inputs",
      "  killtrail index prune --older-than 90d",
      "  killtrail index merge web01.index db02.index -o fleet.index",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class IndexCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitStatus.USAGE.code();
  }
}
