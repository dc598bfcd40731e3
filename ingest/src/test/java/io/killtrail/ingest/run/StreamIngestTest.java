package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.Writer;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SignalSent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** auditd hands its records to an index that is slow. */
class StreamIngestTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:16Z");
  private static final int EVENTS = 400_000;

  private final SlowSink sink = new SlowSink();
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A disk that hangs from the first fact on until it is told otherwise. */
  private static final class SlowSink implements FactSink {
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch works = new CountDownLatch(1);
    private final List<EvidenceGap> gaps = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long signals;
    private long halves;

    @Override
    public boolean known(String digest) {
      return false;
    }

    @Override
    public void fact(Fact fact) {
      hangs.countDown();
      try {
        works.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      switch (fact) {
        case SignalSent sent -> {
          signals++;
          halves += sent.targets().size() == 1 && sent.signal().isPresent() ? 0 : 1;
        }
        case EvidenceGap gap -> gaps.add(gap);
        case Fact other -> {
          // The account of the serials.
        }
      }
    }

    @Override
    public void provisional(FactId id, Fact fact) {
      // It comes again for good.
    }

    @Override
    public void rejected(Rejection rejection) {
      rejections.add(rejection);
    }

    @Override
    public void finished(InputSummary summary) {
      // It is returned, too.
    }
  }

  /** A line of two, since each event has two records. */
  private static String line(long number) {
    int event = (int) (number + 1) / 2;
    return number % 2 == 1 ? Kills.syscall(event) : Kills.objPid(event);
  }

  private Future<InputSummary> start(ExecutorService background, Writer writer) {
    Callable<InputSummary> reading =
        () ->
            new StreamIngest(IngestOptions.NONE, sink, stopping::get, InstantSource.fixed(NOW))
                .ingest(writer);
    return background.submit(reading);
  }

  private long lost() {
    return sink.gaps.stream().mapToLong(gap -> gap.lost().orElseThrow()).sum();
  }

  @Test
  void aDiskThatHangsNeverKeepsTheWriterWaiting() throws Exception {
    Writer writer = Writer.of(StreamIngestTest::line, 2 * EVENTS);
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<InputSummary> reading = start(background, writer);
      sink.hangs.await();
      writer.awaitEnd();
      sink.works.countDown();
      InputSummary summary = reading.get();

      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(summary.records() + lost()).isEqualTo(2 * EVENTS);
      assertThat(sink.gaps).isNotEmpty();
      assertThat(sink.gaps)
          .allSatisfy(
              gap -> {
                assertThat(gap.problem()).isEqualTo(EvidenceGap.Problem.FORWARD_DROPPED);
                assertThat(gap.from()).hasValue(NOW);
                assertThat(gap.to()).hasValue(NOW);
              });
      assertThat(sink.rejections).as("lines that were cut").isEmpty();
      assertThat(sink.signals * 2).isBetween(summary.records(), summary.records() + sink.halves);
      assertThat(sink.halves).as("events with a record among those dropped").isLessThan(1_000);
    }
  }

  @Test
  void whatFitsIsNotDroppedHoweverLongTheDiskHangs() throws Exception {
    Writer writer = Writer.of(StreamIngestTest::line, 40_000).oneByOne();
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<InputSummary> reading = start(background, writer);
      sink.hangs.await();
      writer.awaitEnd();
      sink.works.countDown();

      assertThat(reading.get().records()).isEqualTo(40_000);
      assertThat(sink.gaps).isEmpty();
      assertThat(sink.signals).isEqualTo(20_000);
    }
  }

  @Test
  void whatCameBeforeItIsAskedToStopIsTaken() throws Exception {
    Writer writer = Writer.of(StreamIngestTest::line, 2_002).oneByOne().pausingBehind(2_000);
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<InputSummary> reading = start(background, writer);
      sink.hangs.await();
      writer.awaitPause();
      stopping.set(true);
      sink.works.countDown();

      assertThat(reading.get().records()).isEqualTo(2_000);
      assertThat(sink.signals).isEqualTo(1_000);
      assertThat(sink.gaps).isEmpty();
      writer.goOn();
    }
  }
}
