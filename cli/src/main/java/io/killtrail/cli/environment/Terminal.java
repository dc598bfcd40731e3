package io.killtrail.cli.environment;

/**
 * What the standard streams are.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param pipe whether standard output is a pipe, so that its reader may leave early
 * @param columns width of the terminal in characters, 0 when unknown
 */
public record Terminal(boolean out, boolean err, boolean pipe, int columns) {
  /** No terminal anywhere. */
  public static final Terminal NONE = new Terminal(false, false, false, 0);

  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  /** The width comes from the launcher, since Java cannot ask for it. */
  static Terminal ofThisProcess() {
    return new Terminal(
        ThisProcess.terminal(STDOUT),
        ThisProcess.terminal(STDERR),
        ThisProcess.pipe(STDOUT),
        Integer.getInteger("killtrail.columns", 0));
  }
}
