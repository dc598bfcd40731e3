package io.killtrail.cli.session;

import io.killtrail.cli.environment.StopSignals;
import io.killtrail.cli.option.PagerOption;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * A program that shows text page by page. It is started with the first byte, so that nothing is
 * shown where nothing is printed.
 */
public final class Pager implements AutoCloseable {
  /** Quit if it fits on one screen, let colours pass, leave the text on the screen. */
  private static final String LESS = "FRX";

  private final Session session;
  private final Optional<Input> input;

  private Pager(Session session, Optional<Input> input) {
    this.session = session;
    this.input = input;
  }

  /** In front of standard output, or nothing where none is wanted. */
  public static Pager open(Session session, PagerOption option) {
    Optional<Input> input = option.command(session.environment()).map(Input::new);
    return new Pager(input.map(session::to).orElse(session), input);
  }

  /** What is printed to it is shown. */
  public Session session() {
    return session;
  }

  /** Waits until its user has seen enough. */
  @Override
  public void close() throws IOException {
    try {
      session.flush();
    } catch (OutputClosedException e) {
      // Seen enough before the end.
    } finally {
      if (input.isPresent()) {
        input.get().close();
      }
    }
  }

  /** Standard input of the pager. */
  private static final class Input extends OutputStream {
    private final String command;
    private Optional<Process> process = Optional.empty();

    Input(String command) {
      this.command = command;
    }

    private OutputStream stream() throws IOException {
      if (process.isEmpty()) {
        StopSignals.ignoreInterrupts();
        ProcessBuilder builder =
            new ProcessBuilder("/bin/sh", "-c", command)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        builder.environment().putIfAbsent("LESS", LESS);
        process = Optional.of(builder.start());
      }
      return process.get().getOutputStream();
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (process.isPresent()) {
        process.get().getOutputStream().flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (process.isEmpty()) {
        return;
      }
      try {
        process.get().getOutputStream().close();
      } catch (IOException e) {
        // It is gone already.
      }
      try {
        process.get().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
