package io.killtrail.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Takes lines from a writer that must never wait for long, such as auditd, which would stop the
 * host's audit: a thread of its own reads them into a bounded buffer. When that stays full, whole
 * lines are dropped and counted.
 */
public final class LinePipe {
  private static final int CHUNK = 64 << 10;

  /** Bytes that the buffer holds. */
  private static final int ROOM = 64 << 20;

  /** What a chunk takes besides its bytes, since many hold one line only. */
  private static final int OVERHEAD = 64;

  /** Bytes that are given at once, so that what was given is soon kept. */
  private static final int MOST_AT_ONCE = 4 << 20;

  /** The buffer is full so long before anything is dropped. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>(); // bounded by the room
  private final Semaphore room = new Semaphore(ROOM);
  private final AtomicReference<Optional<Dropped>> dropped =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<IOException>> failure =
      new AtomicReference<>(Optional.empty());
  private final InstantSource clock;
  private final boolean patient;
  private volatile boolean closed;

  private LinePipe(InstantSource clock, boolean patient) {
    this.clock = clock;
    this.patient = patient;
  }

  /**
   * Begins to take what is written.
   *
   * @param clock tells when lines were dropped
   */
  public static LinePipe from(InputStream in, InstantSource clock) {
    return from(in, new LinePipe(clock, false));
  }

  /** The same, of a writer that may wait: nothing is dropped. */
  public static LinePipe patient(InputStream in) {
    return from(in, new LinePipe(() -> Instant.EPOCH, true));
  }

  private static LinePipe from(InputStream in, LinePipe pipe) {
    Thread reader = new Thread(() -> pipe.readAll(in), "killtrail-lines");
    reader.setDaemon(true); // a read that waits for its writer must not keep the process
    reader.start();
    return pipe;
  }

  private void readAll(InputStream in) {
    byte[] buffer = new byte[CHUNK];
    WholeLines lines = new WholeLines();
    boolean taken = true;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        taken = take(lines.add(buffer, count), taken ? PATIENCE : Duration.ZERO);
      }
    } catch (IOException e) {
      failure.set(Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(lines.rest());
    }
  }

  /** Whether there was room; if not, the lines are dropped. */
  private boolean take(byte[] lines, Duration patience) throws InterruptedException {
    if (patient) {
      room.acquire(cost(lines));
    } else if (!room.tryAcquire(cost(lines), patience.toMillis(), TimeUnit.MILLISECONDS)) {
      drop(lines);
      return false;
    }
    return lines.length == 0 || chunks.offer(lines);
  }

  /** What has no end is less than a buffer more. */
  private void end(byte[] torn) {
    if (torn.length > 0) {
      chunks.add(torn);
    }
    closed = true;
  }

  private static int cost(byte[] lines) {
    return lines.length == 0 ? 0 : lines.length + OVERHEAD;
  }

  private void drop(byte[] lines) {
    long count = WholeLines.count(lines);
    Instant now = clock.instant();
    dropped.updateAndGet(
        before -> Optional.of(before.orElse(new Dropped(0, now, now)).and(count, now)));
  }

  /** All that comes from now on, until somebody asks to stop. */
  public InputStream stream(BooleanSupplier stopping) {
    return new PipedLines(this, stopping);
  }

  /** The lines that were dropped since this was last asked, if any were. */
  public Optional<Dropped> takeDropped() {
    return dropped.getAndSet(Optional.empty());
  }

  /** Drops all that was not given. */
  public void dropRest() {
    for (byte[] lines = chunks.poll(); lines != null; lines = chunks.poll()) {
      drop(lines);
    }
  }

  /** Whether all was given that has come. */
  public boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Whether all was given that will come. */
  public boolean ended() {
    return closed && isEmpty();
  }

  /** Why the input ended early, if it did. */
  public Optional<IOException> failure() {
    return failure.get();
  }

  /**
   * The whole lines that came within this time, and after the last one also what has no end; of
   * many that are there already, the first few MiB.
   */
  public byte[] next(Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    long left = within.toNanos();
    while (lines.size() < MOST_AT_ONCE && !ended() && (left > 0 || !isEmpty())) {
      byte[] chunk = chunks.poll(Math.clamp(left, 0, 100_000_000L), TimeUnit.NANOSECONDS);
      if (chunk != null) {
        room.release(cost(chunk));
        lines.writeBytes(chunk);
      }
      left = end - System.nanoTime();
    }
    return lines.toByteArray();
  }
}
