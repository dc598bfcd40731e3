package io.killtrail.cli.option;

import io.killtrail.cli.environment.Environment;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a pager shows what is printed. */
public final class PagerOption {
  private static final String USUAL = "less";

  @Option(
      names = "--no-pager",
      description =
          "Print straight to the terminal. Else $KILLTRAIL_PAGER, $PAGER or less shows it.")
  private boolean never;

  /** Made by picocli. */
  public PagerOption() {}

  /** The pager's command for the shell; empty for none, as always on a pipe. */
  public Optional<String> command(Environment environment) {
    boolean dumb = environment.variable("TERM").equals(Optional.of("dumb"));
    if (never || dumb || !environment.terminal().out()) {
      return Optional.empty();
    }
    return Optional.ofNullable(environment.variables().get("KILLTRAIL_PAGER"))
        .or(() -> Optional.ofNullable(environment.variables().get("PAGER")))
        .or(() -> environment.onPath(USUAL) ? Optional.of(USUAL) : Optional.empty())
        .filter(command -> !command.isBlank() && !command.strip().equals("cat"));
  }
}
