package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Input without end, made to be kept; it must fit a heap of 256 MiB, which the build gives. */
class AssemblyMemoryTest {
  private static final int MANY = 1_000_000;

  /** Counts, and keeps nothing. */
  private static final class Counting implements FactSink {
    private long signals;
    private long withTarget;
    private long rejected;
    private int mostTargets;

    @Override
    public boolean known(String digest) {
      return false;
    }

    @Override
    public void fact(Fact fact) {
      if (fact instanceof SignalSent signal) {
        signals++;
        withTarget += signal.targets().isEmpty() || signal.call().isEmpty() ? 0 : 1;
        mostTargets = Math.max(mostTargets, signal.targets().size());
      }
    }

    @Override
    public void rejected(Rejection rejection) {
      rejected++;
    }

    @Override
    public void finished(InputSummary summary) {}
  }

  /** Lines that are made when they are read. */
  private static final class Lines extends InputStream {
    private final int count;
    private final IntFunction<String> line;
    private byte[] current = new byte[0];
    private int at;
    private int made;

    Lines(int count, IntFunction<String> line) {
      this.count = count;
      this.line = line;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == current.length) {
        if (made == count) {
          return -1;
        }
        current = (line.apply(made++) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        at = 0;
      }
      int given = Math.min(length, current.length - at);
      System.arraycopy(current, at, into, offset, given);
      at += given;
      return given;
    }
  }

  private static Counting read(int count, IntFunction<String> line) throws IOException {
    Counting sink = new Counting();
    AuditLogReader reader = new AuditLogReader();
    reader.read(
        new Lines(count, line), new InputContext("test", Instant.EPOCH, IngestOptions.NONE), sink);
    reader.finish(sink);
    return sink;
  }

  @Test
  void aMillionOpenEventsAreAllGivenAway() throws IOException {
    Counting sink = read(MANY, i -> AuditLog.objPid("1795228000.000:" + (i + 1), 281));
    assertThat(sink.signals).isEqualTo(MANY);
  }

  @Test
  void tenThousandNodesKeepTheirEventsApart() throws IOException {
    int nodes = 10_000;
    Counting sink =
        read(
            nodes * 4,
            i -> {
              String node = "node=host" + i % nodes + ".example.org ";
              String stamp = "1795228000.000:" + (1 + i / nodes / 2);
              return i / nodes % 2 == 0
                  ? node + AuditLog.kill(stamp)
                  : node + AuditLog.objPid(stamp, 281);
            });
    assertThat(sink.signals).isEqualTo(nodes * 2L);
    assertThat(sink.withTarget).isEqualTo(nodes * 2L);
  }

  @Test
  void namesOfNodesWithoutEndAreForgotten() throws IOException {
    String padding = "x".repeat(2_000);
    Counting sink =
        read(200_000, i -> "node=" + padding + i + " " + AuditLog.objPid("1795228000.000:1", 281));
    assertThat(sink.signals).isEqualTo(200_000);
  }

  @Test
  void anEventOfAMillionRecordsIsCutAndTheRestCounted() throws IOException {
    Counting sink =
        read(
            MANY,
            i ->
                i == 0
                    ? AuditLog.kill("1795228000.000:1")
                    : AuditLog.objPid("1795228000.000:1", i));
    assertThat(sink.signals).isPositive();
    assertThat(sink.mostTargets).isEqualTo(AuditEvent.MOST_RECORDS - 1);
    assertThat(sink.rejected).isEqualTo(MANY - AuditEvent.MOST_RECORDS);
  }
}
