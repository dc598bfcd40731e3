package io.killtrail.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotReaderTest {
  private static final String BOOT = "2b83f51991ac42c386393666cd7407d1";
  private static final String HEAD =
      "boot_id,captured_at,pid,tid,ppid,comm,exe,start_ticks,start_epoch,unit";
  private static final String AT = BOOT + ",1795227730.929,";

  private final SnapshotRecorder recorder = new SnapshotRecorder();

  @Nested
  class Processes {
    @Test
    void tellsProcessesAndThreads() throws IOException {
      ReadResult result =
          read(
              HEAD,
              AT + "1,1,0,systemd,/usr/lib/systemd/systemd,56,1795227706.80,init.scope",
              AT + "281,281,1,java,/usr/bin/java,60,1795227723.5,appd.service",
              AT + "281,350,1,pool-46-worker,/usr/bin/java,61,,appd.service",
              AT + "2,2,0,kthreadd,,57,1795227706.81,");

      assertThat(result.records()).isEqualTo(4);
      assertThat(recorder.rejections).isEmpty();
      ProcessSeen java = all(ProcessSeen.class).get(1);
      assertThat(java.provenance().id().text())
          .isEqualTo("snapshot:" + BOOT + "/1795227730.929/281");
      assertThat(java.provenance().time()).isEqualTo("2026-11-21T02:22:10.929Z");
      assertThat(java.provenance().bootId()).contains(BOOT);
      assertThat(java.started()).contains(Instant.parse("2026-11-21T02:22:03.500Z"));
      assertThat(java.unit()).contains("appd.service");
      assertThat(java.process().ppid()).hasValue(1);
      ThreadSeen worker = all(ThreadSeen.class).getFirst();
      assertThat(worker.tid()).isEqualTo(350);
      assertThat(worker.tgid()).isEqualTo(281);
      assertThat(worker.comm()).contains("pool-46-worker");
      assertThat(worker.started()).isEmpty();
      assertThat(all(ProcessSeen.class).get(2).process().exe()).isEmpty();
      assertThat(all(BootSeen.class)).singleElement().satisfies(SnapshotReaderTest::booted);
    }

    @Test
    void takesColumnsInAnyOrder() throws IOException {
      read(
          "\uFEFFnspid,uid,tid,auid,extra,host,comm,cmdline,pid,captured_at,boot_id",
          "9 3/1,5,9,4294967295,?,edge,sh,sh -c x,9,2026-11-21T02:22:10-05:00,"
              + "2B83F519-91AC-42C3-8639-3666CD7407D1");

      ProcessSeen seen = all(ProcessSeen.class).getFirst();
      assertThat(seen.namespacePids()).containsExactly(3, 1);
      assertThat(seen.process().uid()).contains(new UserId(5, Optional.empty()));
      assertThat(seen.process().auid()).isEmpty();
      assertThat(seen.process().command()).contains("sh -c x");
      assertThat(seen.provenance().node()).contains("edge");
      assertThat(seen.provenance().bootId()).contains(BOOT);
      assertThat(seen.provenance().id().text())
          .isEqualTo("snapshot:" + BOOT + "/2026-11-21T02:22:10-05:00/9");
      assertThat(seen.provenance().time()).isEqualTo("2026-11-21T07:22:10Z");
    }

    @Test
    void readsQuotedNamesOverSeveralLines() throws IOException {
      read(
          HEAD,
          AT + "7,7,1,\"a,\"\"b\"\"\n\nc\",/x,1,1.5,u.service",
          AT + "8,8,1,ä,/x,1,1.5,u.service");

      assertThat(all(ProcessSeen.class))
          .extracting(seen -> seen.process().comm().orElse(""))
          .containsExactly("a,\"b\"\n\nc", "ä");
      RawRecord raw = all(ProcessSeen.class).getLast().provenance().raw().getFirst();
      assertThat(raw.offset())
          .isEqualTo((HEAD + AT + "7,7,1,\"a,\"\"b\"\"\n\nc\",/x,1,1.5,u.service").length() + 2);
      assertThat(raw.text()).isEqualTo(AT + "8,8,1,ä,/x,1,1.5,u.service");
    }

    @Test
    void rejectsARowThatIsAllCells() throws IOException {
      read(HEAD, AT + ",".repeat(2 << 20), AT + "8,8,1,a,/x,1,1.5,u.service");

      assertThat(all(ProcessSeen.class)).hasSize(1);
    }

    @Test
    void rejectsBadRowsAndGoesOn() throws IOException {
      read(
          HEAD,
          "# why",
          AT + "7,7,1,few",
          AT + "x,7,1,c,/x,1,1.5,u",
          AT + "99999999999,7,1,c,/x,1,1.5,u",
          AT + "7,7,1,c,/x,1,soon,u",
          "nonsense,1.5,7,7,1,c,/x,1,1.5,u",
          BOOT + ",never,7,7,1,c,/x,1,1.5,u",
          AT + "7,7,1,c,/x,1,1.5,u",
          AT + "8,8,1,\"open,/x,1,1.5,u");

      assertThat(all(ProcessSeen.class)).hasSize(1);
      assertThat(recorder.rejections)
          .extracting(Rejection::reason)
          .containsExactly(
              "6 columns instead of 10",
              "pid is no number",
              "pid is too large",
              "start_epoch is no time",
              "boot_id is no boot id",
              "captured_at is no time",
              "a quote is not closed");
    }

    @Test
    void losesOneRowOnlyWhereAQuoteWasLost() throws IOException {
      read(
          HEAD,
          AT + "7,7,1,\"lost,/x,1,1.5,u",
          AT + "8,8,1,c,/x,1,1.5,u",
          AT + "9,9,1,\"quoted\",/x,1,1.5,u",
          AT + "10,10,1,c,/x,1,1.5,u",
          AT + "11,11,1,\"lost,/x,1,1.5,u",
          AT + "12,12,1,c,/x,1,1.5,u",
          AT + "13,13,1,c,/x,1,1.5,\"u",
          AT + "14,14,1,c,/x,1,1.5,u",
          AT + "15,15,1,c,/x,1,1.5,u\"");

      assertThat(all(ProcessSeen.class))
          .extracting(ProcessSeen::pid)
          .containsExactly(8, 9, 10, 12, 14, 15);
      assertThat(recorder.rejections).hasSize(3);
    }

    @Test
    void rejectsWhatIsNoSnapshot() throws IOException {
      read("name,age", "x,7");

      assertThat(recorder.facts).isEmpty();
      assertThat(recorder.rejections).hasSize(2);
    }
  }

  private static void booted(BootSeen boot) {
    assertThat(boot.sign()).isEqualTo(BootSeen.Sign.SNAPSHOT);
    assertThat(boot.started()).contains(Instant.parse("2026-11-21T02:21:46.800Z"));
  }

  @Nested
  class PidFiles {
    static Stream<Arguments> contents() {
      return Stream.of(
          arguments("222", OptionalInt.of(222)),
          arguments("\"                            1151\n\"", OptionalInt.of(1151)),
          arguments("\"311\n/usr/sbin/sendmail -bd\"", OptionalInt.of(311)),
          arguments("\"0 17 18\"", OptionalInt.empty()),
          arguments("0", OptionalInt.empty()),
          arguments("7", OptionalInt.of(7)),
          arguments("\"\t350\r\n\"", OptionalInt.of(350)),
          arguments(
              "\"1234\n/data\n1795227223\n5432\n/tmp\n*\n 5 0\nready\n\"", OptionalInt.of(1234)),
          arguments("", OptionalInt.empty()),
          arguments("-5", OptionalInt.empty()),
          arguments("garbage", OptionalInt.empty()),
          arguments("0042", OptionalInt.of(42)),
          arguments("99999999999999999999", OptionalInt.empty()));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void readsTheNumberAsItsUsersDo(String content, OptionalInt number) throws IOException {
      read("boot_id,captured_at,path,pid,mtime,inode", AT + "/run/a.pid," + content + ",1.25,3");

      assertThat(recorder.rejections).isEmpty();
      assertThat(all(PidFileSeen.class).getFirst().number()).isEqualTo(number);
    }

    @Test
    void tellsPathAgeAndInode() throws IOException {
      read(
          "boot_id,captured_at,path,pid,mtime,inode",
          AT + "/var/lib/helperd/helperd.pid,350,1795227223.844000,10913");

      PidFileSeen seen = all(PidFileSeen.class).getFirst();
      assertThat(seen.path()).isEqualTo("/var/lib/helperd/helperd.pid");
      assertThat(seen.modified()).contains(Instant.parse("2026-11-21T02:13:43.844Z"));
      assertThat(seen.inode()).hasValue(10913);
      assertThat(seen.provenance().id().text())
          .isEqualTo("snapshot:" + BOOT + "/1795227730.929//var/lib/helperd/helperd.pid");
      assertThat(all(BootSeen.class).getFirst().started()).isEmpty();
    }
  }

  private ReadResult read(String... lines) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    InputContext context =
        new InputContext("/snap.csv", Instant.parse("2026-11-21T12:00:00Z"), IngestOptions.NONE);
    return new SnapshotReader().read(new ByteArrayInputStream(bytes), context, recorder);
  }

  private <F extends Fact> List<F> all(Class<F> type) {
    return recorder.all(type);
  }
}
