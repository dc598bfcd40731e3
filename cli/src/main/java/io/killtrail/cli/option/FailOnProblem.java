package io.killtrail.cli.option;

import picocli.CommandLine.Option;

/** Whether problems are told by the exit status too. */
public final class FailOnProblem {
  /** What makes a command fail. */
  enum What {
    PROBLEM
  }

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "problem: exit with status 3 when there is one.")
  private What what;

  /** Made by picocli. */
  public FailOnProblem() {}

  public boolean asked() {
    return what == What.PROBLEM;
  }
}
