package io.killtrail.ingest.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is there at one moment.
 *
 * @param at the moment
 * @param host what the host calls itself
 * @param kernel the kernel that runs; empty for an image, in which nothing does
 * @param tasks in order of their numbers
 * @param pidFiles in order of their paths
 */
public record Snapshot(
    Instant at,
    Optional<String> host,
    Optional<Kernel> kernel,
    List<Task> tasks,
    List<HeldNumber> pidFiles) {

  /**
   * One run of the kernel.
   *
   * @param boot its id, 32 lower-case hex digits
   * @param started when it began
   * @param hertz how many ticks make a second
   * @param pidMax the number below which it allots numbers
   */
  public record Kernel(String boot, Instant started, long hertz, OptionalLong pidMax) {
    private static final long NANOS = 1_000_000_000;

    public Kernel {
      Objects.requireNonNull(boot);
      Objects.requireNonNull(started);
      Objects.requireNonNull(pidMax);
    }

    /** The time that is so many ticks after its start. */
    public Instant time(long ticks) {
      return started.plusSeconds(ticks / hertz).plusNanos(ticks % hertz * (NANOS / hertz));
    }
  }

  public Snapshot {
    Objects.requireNonNull(at);
    Objects.requireNonNull(host);
    Objects.requireNonNull(kernel);
    tasks = List.copyOf(tasks);
    pidFiles = List.copyOf(pidFiles);
  }
}
