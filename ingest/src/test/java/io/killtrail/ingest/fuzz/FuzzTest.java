package io.killtrail.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.run.Ingester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads inputs that were spoilt at random, by content, as a user's run does. {@code -Dfuzz.seed=N}
 * repeats a run, {@code -Dfuzz.inputs=N} makes it longer, {@code -Dfuzz.first=N} begins at one of
 * its inputs. The heap that the build gives bounds the memory.
 */
class FuzzTest {
  /** A hang, on any machine: an input takes a millisecond. */
  private static final Duration HANG = Duration.ofSeconds(60);

  /** In the nightly run, which goes on from there if need be. */
  private static final int FIRST = Integer.getInteger("fuzz.first", 0);

  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);

  @TempDir Path directory;

  private final long seed = seed();
  private final AtomicLong number = new AtomicLong(FIRST);
  private final AtomicReference<Instant> begun = new AtomicReference<>(Instant.now());
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long survivors;

  private static long seed() {
    String given = System.getProperty("fuzz.seed", "");
    return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
  }

  /** What is found in a seed when it is not spoilt. */
  private record Base(InputFormat format, List<Fact> facts) {}

  private String which() {
    return "-Dfuzz.seed=" + seed + " -Dfuzz.first=" + number + " -Dfuzz.inputs=1";
  }

  @Test
  void nothingEscapesHangsOrIsLost() throws IOException, InterruptedException {
    System.out.println("fuzz: -Dfuzz.seed=" + seed + " -Dfuzz.inputs=" + INPUTS);
    Thread worker = new Thread(this::work, "fuzz");
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(Duration.ofSeconds(1));
      if (worker.isAlive() && begun.get().plus(HANG).isBefore(Instant.now())) {
        fail("hangs: " + which() + "\n" + List.of(worker.getStackTrace()));
      }
    }
    if (failure.get() != null) {
      throw new AssertionError(which(), failure.get());
    }
    System.out.println("fuzz: " + survivors + " facts had to be found again, and were");
    assertThat(survivors).as("facts that had to be found again").isGreaterThan(INPUTS);
  }

  @SuppressWarnings("CatchThrowable") // whatever it is: it is what is looked for
  private void work() {
    try {
      List<byte[]> seeds = new ArrayList<>(Seeds.own());
      int own = seeds.size();
      seeds.addAll(Seeds.wild());
      List<Base> bases = new ArrayList<>();
      for (byte[] bytes : seeds) {
        FuzzSink sink = read(bytes);
        bases.add(new Base(sink.summary().format(), sink.facts()));
      }
      for (; number.get() < FIRST + INPUTS; number.incrementAndGet()) {
        begun.set(Instant.now());
        Random random = new Random(seed * 1_000_003 + number.get());
        int base = random.nextInt(random.nextBoolean() ? own : seeds.size());
        check(bases.get(base), seeds.get(base), new Mutator(random, seeds));
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }

  private void check(Base base, byte[] bytes, Mutator mutator) throws IOException {
    Mutation mutation = mutator.mutate(bytes);
    FuzzSink sink = read(mutation.mutated());
    if (sink.summary().format() == base.format() && Survivors.found(base.format(), mutation)) {
      Optional<Fact> missing =
          Survivors.missing(base.format(), base.facts(), mutation, sink.facts());
      assertThat(missing).as("%s: lost, in %s", base.format(), mutation.edits()).isEmpty();
      survivors += Survivors.expected(base.facts(), mutation).size();
    }
  }

  private FuzzSink read(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("input"), bytes);
    FuzzSink sink = new FuzzSink();
    new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
        .ingest(List.of(file), InputStream.nullInputStream());
    return sink;
  }
}
