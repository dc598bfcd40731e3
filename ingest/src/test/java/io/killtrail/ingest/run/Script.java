package io.killtrail.ingest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What others do to files while these are followed: each deed as soon as the one before was
 * noticed. A follower asks several times a second whether it should stop, which lets the script go
 * on; at its end, it should.
 */
final class Script implements BooleanSupplier {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** More often than this it does not ask between two looks. */
  private static final int ASKED_PER_LOOK = 10;

  private final Deque<Step> steps = new ArrayDeque<>();
  private int asked;
  private long end = System.nanoTime() + PATIENCE.toNanos();

  /** Something that is done to files. */
  interface Deed {
    void done() throws IOException;
  }

  private record Step(BooleanSupplier noticed, Deed deed) {}

  /** Does this when that was noticed. */
  Script when(BooleanSupplier noticed, Deed deed) {
    steps.add(new Step(noticed, deed));
    return this;
  }

  /** Does this when the follower has looked at all files since the deed before. */
  Script later(Deed deed) {
    return when(() -> ++asked > ASKED_PER_LOOK, deed);
  }

  /** Ends when that was noticed. */
  Script until(BooleanSupplier noticed) {
    return when(noticed, () -> {});
  }

  /** Whether all was noticed; if not, the follower was given up. */
  boolean isDone() {
    return steps.isEmpty();
  }

  @Override
  public boolean getAsBoolean() {
    while (!steps.isEmpty() && steps.getFirst().noticed().getAsBoolean()) {
      act(steps.removeFirst().deed());
      asked = 0;
      end = System.nanoTime() + PATIENCE.toNanos();
      if (!steps.isEmpty()) {
        return false;
      }
    }
    return steps.isEmpty() || System.nanoTime() > end;
  }

  private static void act(Deed deed) {
    try {
      deed.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
