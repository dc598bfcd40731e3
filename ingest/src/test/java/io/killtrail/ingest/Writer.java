package io.killtrail.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** The end of a pipe at which lines come in that another process writes. */
public final class Writer extends InputStream {
  private final LongFunction<String> lines;
  private final long last;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch paused = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private byte[] left = new byte[0];
  private int at;
  private long number;
  private boolean oneByOne;
  private long pause = Long.MAX_VALUE;
  private Random pieces = new Random(0);
  private boolean inPieces;

  private Writer(LongFunction<String> lines, long last) {
    this.lines = lines;
    this.last = last;
  }

  /** So many lines, from number 1 on. */
  public static Writer of(LongFunction<String> lines, long count) {
    return new Writer(lines, count);
  }

  /** The reader is faster, and gets each as it comes. */
  public Writer oneByOne() {
    oneByOne = true;
    return this;
  }

  /** The reader is slower, and gets as much at once as the pipe happens to hold. */
  public Writer inPieces(Random random) {
    pieces = random;
    inPieces = true;
    return this;
  }

  /** Behind this one it waits for {@link #goOn}. */
  public Writer pausingBehind(long line) {
    pause = line;
    return this;
  }

  /** Waits until all was taken from it; fails when it is kept waiting. */
  public void awaitEnd() throws InterruptedException {
    assertThat(ended.await(60, TimeUnit.SECONDS)).as("nobody takes line " + number).isTrue();
  }

  public void awaitPause() throws InterruptedException {
    assertThat(paused.await(60, TimeUnit.SECONDS)).as("nobody takes line " + number).isTrue();
  }

  public void goOn() {
    goOn.countDown();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int wanted = inPieces ? 1 + pieces.nextInt(length) : length;
    int count = 0;
    while (count < wanted && !(oneByOne && count > 0) && more(count)) {
      int taken = Math.min(wanted - count, left.length - at);
      System.arraycopy(left, at, into, offset + count, taken);
      at += taken;
      count += taken;
    }
    return count > 0 ? count : -1;
  }

  /** Whether there is something left to give, after the next line if need be. */
  private boolean more(int given) throws IOException {
    if (at == left.length && number == pause && given > 0) {
      return false; // what was written before the pause is there at once
    }
    if (at == left.length && number < last) {
      pause();
      number++;
      left = lines.apply(number).getBytes(StandardCharsets.ISO_8859_1);
      at = 0;
    }
    if (at == left.length && given == 0) {
      ended.countDown();
    }
    return at < left.length;
  }

  private void pause() throws IOException {
    if (number == pause) {
      paused.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException("interrupted");
      }
    }
  }
}
