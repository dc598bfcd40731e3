package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.audit.AuditLogReader;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that cannot be read from some byte on, and later can. */
class ReadErrorTest {
  @TempDir private Path directory;
  private Path log;

  @BeforeEach
  void writeLog() throws IOException {
    log = directory.resolve("audit.log");
    Kills.append(log, Kills.events(1, 2) + Kills.syscall(3) + Kills.event(4) + Kills.objPid(3));
  }

  /** The file on a disk that has gone bad. */
  private static final class BadDisk extends FilterInputStream {
    private long good;

    BadDisk(InputStream file, long good) {
      super(file);
      this.good = good;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (good == 0) {
        throw new IOException("Input/output error");
      }
      int count = in.read(into, offset, (int) Math.min(good, length));
      good -= Math.max(0, count);
      return count;
    }
  }

  private void readUntil(long good, CollectingSink sink) throws IOException {
    Discovery discovery = Discovery.of(List.of(log), new Discovery());
    Found found = discovery.sets().iterator().next().getFirst();
    FileLook file = FileLook.at(log);
    InputProgress input = new InputProgress(found, new Meter(Ingester.Progress.SILENT, 0));
    RejectionCounter counter = new RejectionCounter(sink);
    try (FileSource source =
        new FileSource(new BadDisk(Files.newInputStream(log), good), 0, new BlockHasher())) {
      input.detect(Files.readAllBytes(log));
      LogReading reading =
          new LogReading(input, file, source, new AuditLogReader(), counter, Live.NOT);
      InputContext context = new InputContext(found.name(), file.modified(), IngestOptions.NONE);
      LogReading.Stop stop =
          reading.read(source.bytes(), InputMark.NOTHING, context, true).orElseThrow();
      input.read(file, source.digests());
      input.fail(source.failure().orElseThrow());
      stop.mark(input, counter);
      assertThat(input.summary(counter).note())
          .hasValue(
              "could be read to byte "
                  + good
                  + " only: Input/output error; the same command tries again");
    }
  }

  private static List<Fact> facts(CollectingSink sink) {
    return sink.facts(Fact.class).stream()
        .sorted(Comparator.comparing(fact -> fact.provenance().id()))
        .toList();
  }

  @Test
  void atWhicheverByteItHappensALaterRunGoesOnAsIfItHadNot() throws IOException {
    CollectingSink undisturbed = new CollectingSink();
    Evidence.ingest(undisturbed, log);
    for (long good = 1; good < Files.size(log); good += 7) {
      CollectingSink sink = new CollectingSink();
      readUntil(good, sink);
      assertThat(sink.rejections()).as("the line that could not be read on").isEmpty();
      Evidence.ingest(sink, log);

      assertThat(facts(sink)).as("after an error at byte %d", good).isEqualTo(facts(undisturbed));
      assertThat(sink.rejections()).isEmpty();
      assertThat(sink.summaries().getLast().records()).isEqualTo(8);
    }
  }
}
