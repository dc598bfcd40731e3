package io.killtrail.cli.host;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Snapshots one behind the other, each complete at once. */
final class StreamTarget implements SnapshotTarget {
  private final Writer out;
  private final Closeable end;

  /**
   * Writes onto it.
   *
   * @param end what is done with it at the end
   */
  StreamTarget(Writer out, Closeable end) {
    this.out = out;
    this.end = end;
  }

  /** Onto a file, whose content is replaced. */
  static StreamTarget onto(Path file) throws IOException {
    Writer out = Files.newBufferedWriter(file);
    return new StreamTarget(out, out);
  }

  @Override
  public void take(String csv) throws IOException {
    out.append(csv);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}
