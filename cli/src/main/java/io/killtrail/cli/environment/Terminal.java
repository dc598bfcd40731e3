package io.killtrail.cli.environment;

/**
 * What the standard streams are.
 *
 * @param socketIn whether standard input is a socket, as auditd gives it to its plugins
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param pipe whether standard output is a pipe, so that its reader may leave early
 * @param columns width of the terminal in characters, 0 when unknown
 */
public record Terminal(boolean socketIn, boolean out, boolean err, boolean pipe, int columns) {
  /** No terminal anywhere. */
  public static final Terminal NONE = new Terminal(false, false, false, false, 0);

  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  /** The width comes from the launcher, since Java cannot ask for it. */
  static Terminal ofThisProcess() {
    return new Terminal(
        ThisProcess.socket(STDIN),
        ThisProcess.terminal(STDOUT),
        ThisProcess.terminal(STDERR),
        ThisProcess.pipe(STDOUT),
        Integer.getInteger("killtrail.columns", 0));
  }
}
