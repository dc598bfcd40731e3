package io.killtrail.cli.session;

import io.killtrail.cli.environment.Environment;
import io.killtrail.reports.text.TerminalText;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The streams and surroundings of one run of the command.
 *
 * @param bytes standard output for what is no text; flush {@code out} before
 * @param out standard output for text
 */
public record Session(
    InputStream in, OutputStream bytes, Writer out, PrintWriter err, Environment environment) {

  /** Errors are text, too, and are seen at once. */
  public static Session of(
      InputStream in, OutputStream out, OutputStream err, Environment environment) {
    OutputStream bytes =
        new BufferedOutputStream(new StandardOutput(out, environment.terminal().pipe()));
    return new Session(
        in,
        bytes,
        new BufferedWriter(new OutputStreamWriter(bytes, environment.charset())),
        new PrintWriter(new OutputStreamWriter(err, environment.charset()), true),
        environment);
  }

  /** The same, but that what is printed goes to this reader, who may leave early. */
  Session to(OutputStream reader) {
    OutputStream buffered = new BufferedOutputStream(new StandardOutput(reader, true));
    return new Session(
        in,
        buffered,
        new BufferedWriter(new OutputStreamWriter(buffered, environment.charset())),
        err,
        environment);
  }

  /**
   * Standard output for what is for programs: UTF-8, wherever it is read. A terminal gets what it
   * understands. Who writes to it flushes it.
   */
  public Writer data() {
    return environment.terminal().out()
        ? out
        : new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
  }

  /** Prints what is for programs. */
  public void print(OutputFile.Content content) throws IOException {
    Writer data = data();
    content.write(data);
    data.flush();
  }

  /** Says on standard error what went wrong. */
  public void complain(String message) {
    err.println("killtrail: " + TerminalText.escape(message));
  }

  /** Lets all be seen that was printed. */
  public void flush() throws IOException {
    out.flush();
    err.flush();
  }
}
