package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What comes through a pipe, as a stream that also ends when somebody asks to stop. */
final class PipedLines extends InputStream {
  private static final Duration PASS = Duration.ofMillis(100);
  private static final Duration LAST = Duration.ofMillis(500);

  private final LinePipe pipe;
  private final BooleanSupplier stopping;
  private OptionalLong end = OptionalLong.empty();
  private byte[] lines = new byte[0];
  private int given;

  PipedLines(LinePipe pipe, BooleanSupplier stopping) {
    this.pipe = pipe;
    this.stopping = stopping;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (given == lines.length) {
      if (pipe.ended() || isOver()) {
        return end();
      }
      take();
    }
    int count = Math.min(length, lines.length - given);
    System.arraycopy(lines, given, into, offset, count);
    given += count;
    return count;
  }

  /** When somebody asks to stop, what has come already is given, as far as there is time for. */
  private boolean isOver() {
    if (!stopping.getAsBoolean()) {
      return false;
    }
    if (end.isEmpty()) {
      end = OptionalLong.of(System.nanoTime() + LAST.toNanos());
      return false;
    }
    return lines.length == 0 || System.nanoTime() >= end.getAsLong();
  }

  private void take() throws IOException {
    try {
      lines = pipe.next(PASS);
      given = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for standard input");
    }
  }

  private int end() throws IOException {
    if (pipe.failure().isPresent()) {
      throw pipe.failure().get();
    }
    return -1;
  }
}
