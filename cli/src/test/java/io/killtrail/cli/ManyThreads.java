package io.killtrail.cli;

import java.util.concurrent.CountDownLatch;

/** A daemon with many threads, to be killed: a program of its own. */
final class ManyThreads {
  static final int THREADS = 200;

  private ManyThreads() {}

  /** Waits for its end. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < THREADS; i++) {
      Thread worker = new Thread(() -> waitFor(never), "pool-1-worker-" + i);
      worker.setDaemon(true);
      worker.start();
    }
    waitFor(never);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
