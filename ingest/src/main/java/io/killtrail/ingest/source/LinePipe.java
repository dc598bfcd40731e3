package io.killtrail.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Takes lines from a writer that must never wait for long, such as auditd, which would stop the
 * host's audit: a thread of its own reads them into a bounded buffer. When that stays full, lines
 * are dropped and counted.
 */
public final class LinePipe {
  private static final int CHUNK = 64 << 10;
  private static final int MOST_CHUNKS = 1024; // 64 MiB

  /** The buffer is full so long before anything is dropped. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicReference<Optional<IOException>> failure =
      new AtomicReference<>(Optional.empty());
  private volatile boolean closed;
  private byte[] rest = new byte[0];

  private final boolean patient;

  private LinePipe(boolean patient) {
    this.patient = patient;
  }

  /** Begins to take what is written. */
  public static LinePipe from(InputStream in) {
    return from(in, false);
  }

  /** The same, of a writer that may wait: nothing is dropped. */
  public static LinePipe patient(InputStream in) {
    return from(in, true);
  }

  private static LinePipe from(InputStream in, boolean patient) {
    LinePipe pipe = new LinePipe(patient);
    Thread reader = new Thread(() -> pipe.readAll(in), "killtrail-lines");
    reader.setDaemon(true); // a read that waits for its writer must not keep the process
    reader.start();
    return pipe;
  }

  private void readAll(InputStream in) {
    byte[] buffer = new byte[CHUNK];
    boolean torn = false;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        int from = torn ? behindLine(buffer, count) : 0;
        byte[] chunk = Arrays.copyOfRange(buffer, from, count);
        boolean taken = take(chunk);
        if (!taken) {
          dropped.addAndGet(lines(chunk));
        }
        torn = taken ? torn && from == count : chunk[chunk.length - 1] != '\n';
      }
    } catch (IOException e) {
      failure.set(Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
    }
  }

  private boolean take(byte[] chunk) throws InterruptedException {
    if (patient) {
      chunks.put(chunk);
      return true;
    }
    return chunks.offer(chunk, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Where the next line begins; the end when none does. */
  private static int behindLine(byte[] buffer, int count) {
    for (int i = 0; i < count; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return count;
  }

  private static long lines(byte[] chunk) {
    long lines = 0;
    for (byte letter : chunk) {
      lines += letter == '\n' ? 1 : 0;
    }
    return Math.max(1, lines);
  }

  /** All that comes from now on, until somebody asks to stop. */
  public InputStream stream(BooleanSupplier stopping) {
    return new PipedLines(this, stopping);
  }

  /** How many lines were dropped since this was last asked. */
  public long takeDropped() {
    return dropped.getAndSet(0);
  }

  /** Whether all was given that will come. */
  public boolean ended() {
    return closed && chunks.isEmpty() && rest.length == 0;
  }

  /** Why the input ended early, if it did. */
  public Optional<IOException> failure() {
    return failure.get();
  }

  /**
   * The whole lines that came within this time, and after the last one also what has no end; at
   * least those that are there.
   */
  public byte[] next(Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(rest);
    rest = new byte[0];
    long left = within.toNanos();
    while (left > 0 && lines.size() < CHUNK * MOST_CHUNKS && !(closed && chunks.isEmpty())) {
      byte[] chunk = chunks.poll(Math.min(left, 100_000_000L), TimeUnit.NANOSECONDS);
      if (chunk != null) {
        lines.writeBytes(chunk);
      }
      left = end - System.nanoTime();
    }
    return whole(lines.toByteArray());
  }

  /** Keeps the beginning of a line whose end is to come. */
  private byte[] whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if ((closed && chunks.isEmpty()) || bytes.length - end > LineReader.LONGEST) {
      return bytes;
    }
    rest = Arrays.copyOfRange(bytes, end, bytes.length);
    return Arrays.copyOf(bytes, end);
  }
}
