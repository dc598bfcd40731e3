package io.killtrail.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.run.StreamIngest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the index hangs while auditd writes and writes. */
class SlowDiskTest {
  /** Of 8 KiB each; more than killtrail keeps aside. */
  private static final int EVENTS = 12_000;

  private static final String TITLE = "61".repeat(4_000);

  @TempDir private Path temp;
  private final CountDownLatch hangs = new CountDownLatch(1);
  private final CountDownLatch works = new CountDownLatch(1);

  /** Commits wait until the disk works again. */
  private final class Slow extends FilterDirectory {
    Slow(Directory in) {
      super(in);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      hangs.countDown();
      try {
        works.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException("interrupted");
      }
      super.sync(names);
    }
  }

  private static String event(int number) {
    String stamp = "msg=audit(" + (1_700_000_000 + number) + ".000:" + (100 + number) + "): ";
    return "type=SYSCALL "
        + stamp
        + "arch=c000003e syscall=62 success=yes exit=0 a0=1f4 a1=f a2=0 a3=0 items=0 ppid=1"
        + " pid=456 comm=\"killer\" exe=\"/usr/bin/killer\" key=\"kill\"\ntype=OBJ_PID "
        + stamp
        + "opid=500 oauid=-1 ouid=0 oses=-1 ocomm=\"victim\"\ntype=PROCTITLE "
        + stamp
        + "proctitle="
        + TITLE
        + "\n";
  }

  private static Callable<Boolean> auditd(PipedInputStream in) throws IOException {
    OutputStream out = new BufferedOutputStream(new PipedOutputStream(in));
    return () -> {
      try (out) {
        for (int number = 0; number < EVENTS; number++) {
          out.write(event(number).getBytes(StandardCharsets.US_ASCII));
        }
      }
      return true;
    };
  }

  private InputSummary ingest(PipedInputStream in) throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    try (FactIndexWriter writer =
        FactIndexWriter.open(temp.resolve("index"), clock, Duration.ofMillis(50), Slow::new)) {
      return new StreamIngest(IngestOptions.NONE, writer, () -> false, clock).ingest(in);
    }
  }

  private long lost() throws Exception {
    try (FactIndexReader reader = FactIndexReader.open(temp.resolve("index"))) {
      long lost = 0;
      for (Fact fact : reader.search("kind:gap", 100)) {
        lost += ((EvidenceGap) fact).lost().orElseThrow();
      }
      return lost;
    }
  }

  @Test
  void auditdIsNotKeptWaitingAndWhatIsDroppedIsCounted() throws Exception {
    PipedInputStream in = new PipedInputStream(64 << 10);
    try (ExecutorService background = Executors.newFixedThreadPool(2)) {
      Future<Boolean> written = background.submit(auditd(in));
      Future<InputSummary> read = background.submit(() -> ingest(in));
      hangs.await();
      assertThat(written.get(60, TimeUnit.SECONDS)).isTrue();
      works.countDown();

      assertThat(read.get().records() + lost()).isEqualTo(3L * EVENTS);
      assertThat(read.get().rejected()).as("lines that were cut").isZero();
      assertThat(lost()).isBetween(1L, 2L * EVENTS);
      try (FactIndexReader reader = FactIndexReader.open(temp.resolve("index"))) {
        assertThat(reader.count("kind:signal") * 3L)
            .isBetween(read.get().records(), read.get().records() + 6);
      }
    }
  }
}
