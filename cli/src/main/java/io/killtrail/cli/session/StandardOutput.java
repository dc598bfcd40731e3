package io.killtrail.cli.session;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that tells failures apart: a reader who left is {@link OutputClosedException},
 * anything else, such as a full disk, is an error with a message that says where.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private final boolean pipe;

  StandardOutput(OutputStream out, boolean pipe) {
    this.out = out;
    this.pipe = pipe;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw told(e);
    }
  }

  private IOException told(IOException e) {
    return pipe
        ? new OutputClosedException(e)
        : new IOException("cannot write to standard output: " + e.getMessage(), e);
  }
}
