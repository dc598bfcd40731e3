package io.killtrail.cli.session;

import picocli.CommandLine;

/** How a run ended, as the caller of the command sees it. */
public enum ExitStatus {
  DONE(0),
  /** It could not be done; why stands on standard error. */
  FAILED(1),
  USAGE(CommandLine.ExitCode.USAGE),
  /** Done, and a case was flagged, or doctor found a problem; only when asked for. */
  FLAGGED(3),
  /** Done, but not all inputs could be read. */
  PARTLY(4);

  /** Heads what the help of a subcommand says of its exit status, by the lines that follow. */
  public static final String HEADING = "%nExit status:%n";

  public static final String BASIC =
      "  0 done; 1 failed, the reason stands on standard error; 2 wrong usage";
  public static final String FLAG =
      "  3 done, and a case was flagged (only with --fail-on flagged)";
  public static final String PART =
      "  4 done in part: inputs named on standard error could not be read";

  public static final String ARMED =
      "  3 done, and a PID file is armed (only with --fail-on armed)";
  public static final String UNSEEN =
      "  4 done in part: what is named on standard error could not be seen";

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** What the process ends with. */
  public int code() {
    return code;
  }

  /** What was asked about, flagged cases, outweighs inputs that are missing: those are named. */
  public ExitStatus and(ExitStatus other) {
    return weight() >= other.weight() ? this : other;
  }

  private int weight() {
    return switch (this) {
      case DONE -> 0;
      case PARTLY -> 1;
      case FLAGGED -> 2;
      case USAGE -> 3;
      case FAILED -> 4;
    };
  }
}
