package io.killtrail.ingest.run;

import static io.killtrail.ingest.run.Evidence.bytes;
import static io.killtrail.ingest.run.Evidence.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody pasted into a ticket. */
class MixedNotesTest {
  private static final String EXIT =
      "Nov 21 02:14:43 web01 systemd[1]: app.service: Main process exited, code=exited,"
          + " status=143/n/a\n";
  private static final String FORWARDED =
      "Dec 24 02:14:43 web02 audispd: type=SYSCALL msg=audit(1703383999.100:9): arch=c000003e"
          + " syscall=62 success=yes exit=0 a0=15e a1=f a2=0 a3=0 items=0 ppid=1 pid=456"
          + " comm=\"helperd\" exe=\"/usr/sbin/helperd\" key=\"kill\"\n";

  @TempDir Path directory;

  private final CollectingSink sink = new CollectingSink();

  private InputSummary ingest(String notes) throws IOException {
    Path file = Files.write(directory.resolve("notes"), bytes(notes));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T00:00:00Z")));
    return Evidence.ingest(sink, file).getFirst();
  }

  @Test
  void areReadLineByLine() throws IOException {
    InputSummary summary = ingest("This is what we saw:\n" + signal(7) + "And then\n" + EXIT);

    assertThat(summary.format()).isEqualTo(InputFormat.AUDIT_LOG);
    assertThat(summary.records()).isEqualTo(3);
    assertThat(sink.facts(SignalSent.class)).hasSize(1);
    assertThat(sink.facts(ProcessExited.class).getFirst().status()).hasValue(143);
    assertThat(sink.rejections())
        .extracting(rejected -> rejected.excerpt())
        .containsExactly("This is what we saw:", "And then");
  }

  @Test
  void keepTheHostThatForwardedARecord() throws IOException {
    ingest(signal(7) + FORWARDED);

    assertThat(sink.facts(SignalSent.class))
        .filteredOn(signal -> signal.provenance().serial().getAsLong() == 9)
        .singleElement()
        .satisfies(signal -> assertThat(signal.provenance().node()).contains("web02"));
  }

  @Test
  void haveYearsThatDoNotLieAheadOfThem() throws IOException {
    ingest(signal(7) + EXIT + EXIT.replace("Nov 21", "Dec 24"));

    assertThat(sink.facts(ProcessExited.class))
        .extracting(exit -> exit.provenance().time())
        .containsExactly(
            Instant.parse("2026-11-21T02:14:43Z"), Instant.parse("2025-12-24T02:14:43Z"));
  }
}
