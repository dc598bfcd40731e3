package io.killtrail.ingest.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.audit.AuditLogReader;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AggregateReaderTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("killtrail.root")).resolve("samples");

  private static final String LAUREL =
      """
      {"ID":"1795228000.100:7","SYSCALL":{"arch":"0xc000003e","syscall":62,"success":"yes",\
      "exit":0,"items":0,"ppid":1,"pid":456,"auid":4294967295,"uid":0,"euid":0,"tty":"(none)",\
      "ses":4294967295,"comm":"helperd","exe":"/usr/bin/a%2bb (deleted)","key":"kill",\
      "ARCH":"x86_64","SYSCALL":"kill","AUID":"unset","UID":"root",\
      "ARGV":["0x15e","0xf","0x0","0x7f00"],"PID":{"EVENT_ID":"1795227000.000:1"}},\
      "OBJ_PID":[{"opid":281,"oauid":-1,"ouid":33,"oses":-1,"ocomm":"java","OPID":{"ppid":1}}],\
      "PROCTITLE":{"ARGV":["/usr/sbin/helperd","-x","\u00e4%ff"]}}""";

  private static CollectingSink read(FormatReader reader, String text) {
    CollectingSink sink = new CollectingSink();
    InputContext context = new InputContext("test", Instant.EPOCH, IngestOptions.NONE);
    try {
      reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), context, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader.finish(sink);
    return sink;
  }

  private static CollectingSink read(String text) {
    assertThat(FormatDetector.detect(text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(InputFormat.AUDIT_JSON);
    return read(new AggregateReader(), text);
  }

  private static SignalSent signal(String text) {
    CollectingSink sink = read(text);
    assertThat(sink.rejections()).isEmpty();
    assertThat(sink.facts(SignalSent.class)).hasSize(1);
    return sink.facts(SignalSent.class).getFirst();
  }

  /** All that a fact says but how it reached us. */
  private static String said(Fact fact) {
    Provenance from = fact.provenance();
    return fact.toString().replace(from.toString(), from.id() + " " + from.time() + from.node());
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameAsTheLogItWasMadeOf() throws IOException {
    try (Stream<Path> directories = Files.list(SAMPLES)) {
      return directories
          .map(directory -> directory.resolve("audit.log"))
          .filter(Files::exists)
          .sorted()
          .toList()
          .stream()
          .map(log -> DynamicTest.dynamicTest(SAMPLES.relativize(log).toString(), () -> same(log)));
    }
  }

  private static void same(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    CollectingSink expected = read(new AuditLogReader(), String.join("\n", lines));
    CollectingSink sink = read(String.join("\n", LaurelWriter.write(lines)));
    assertThat(sink.rejections()).isEmpty();
    assertThat(sink.facts().stream().map(AggregateReaderTest::said))
        .containsExactlyInAnyOrderElementsOf(
            expected.facts().stream().map(AggregateReaderTest::said).toList());
    assertThat(sink.facts()).allMatch(f -> f.provenance().form() == SourceForm.AUDIT_JSON);
    assertThat(sink.facts()).allMatch(f -> f.provenance().raw().size() == 1);
  }

  @Nested
  class Laurel {
    @Test
    void holdsTheWholeEventInALine() {
      SignalSent signal = signal(LAUREL);
      assertThat(signal.provenance().id().text()).isEqualTo("audit:1795228000.100:7");
      assertThat(signal.call()).hasValue(SignalCall.KILL);
      assertThat(signal.addressed()).isEqualTo(new Addressed.Task(350));
      assertThat(signal.signal()).hasValue(15);
      assertThat(signal.succeeded()).isTrue();
      assertThat(signal.sender().exe()).hasValue("/usr/bin/a+b (deleted)");
      assertThat(signal.sender().command()).hasValue("/usr/sbin/helperd -x \u00e4\ufffd");
      assertThat(signal.sender().uid()).hasValue(new UserId(0, Optional.of("root")));
      assertThat(signal.sender().auid()).isEmpty();
      assertThat(signal.targets()).extracting(SignalTarget::opid).containsExactly(281);
      assertThat(signal.provenance().raw()).hasSize(1);
      assertThat(signal.provenance().raw().getFirst().text()).isEqualTo(LAUREL);
    }

    @Test
    void mayNameTheNode() {
      SignalSent signal =
          signal(LAUREL.replace("\"SYSCALL\":{", "\"NODE\":\"web01\",\"SYSCALL\":{"));
      assertThat(signal.provenance().id().text()).isEqualTo("audit:web01@1795228000.100:7");
      assertThat(signal.provenance().node()).hasValue("web01");
    }

    @Test
    void mayKeepTheArgumentsUnderTheirNames() {
      String older =
          LAUREL.replace(
              "\"ARGV\":[\"0x15e\",\"0xf\",\"0x0\",\"0x7f00\"]", "\"a0\":\"0x15e\",\"a1\":\"0xf\"");
      assertThat(signal(older).signal()).hasValue(15);
      assertThat(signal(older).addressed()).isEqualTo(new Addressed.Task(350));
    }

    @Test
    void mayBePrintedOverManyLines() {
      String pretty = LAUREL.replace(",\"", ",\n  \"").replace("{\"", "{\n  \"");
      SignalSent signal = signal("[" + pretty + "\n]");
      assertThat(signal.targets()).hasSize(1);
      assertThat(signal.provenance().raw().getFirst().offset()).isEqualTo(1);
    }
  }

  @Nested
  class GoAudit {
    @Test
    void holdsTheRecordsAsTheKernelWroteThem() {
      SignalSent signal =
          signal(
              """
              {"sequence":7,"timestamp":"1795228000.100","messages":[{"type":1300,"data":\
              "arch=c000003e syscall=62 success=no exit=-3 a0=fffffd99 a1=9 a2=0 a3=0 items=0\
               ppid=1 pid=456 auid=1000 uid=33 euid=33 comm=\\"sh\\" exe=\\"/bin/sh\\" key=(null)"},\
              {"type":1318,"data":"opid=281 oauid=-1 ouid=33 oses=-1 ocomm=\\"java\\""}],\
              "uid_map":{"33":"www","1000":"UNKNOWN_USER"}}""");
      assertThat(signal.provenance().id().text()).isEqualTo("audit:1795228000.100:7");
      assertThat(signal.addressed()).isEqualTo(new Addressed.Group(615));
      assertThat(signal.errno()).hasValue(3);
      assertThat(signal.sender().uid()).hasValue(new UserId(33, Optional.of("www")));
      assertThat(signal.sender().auid()).hasValue(new UserId(1000, Optional.empty()));
      assertThat(signal.targets().getFirst().ouid()).hasValue(new UserId(33, Optional.of("www")));
    }
  }

  @Nested
  class ACollector {
    @Test
    void listsTheRecordsByType() {
      SignalSent signal =
          signal(
              """
              {
                  "node": "10.1.2.3",
                  "timestamp": "1795228000",
                  "timestampfractional": "100",
                  "eventid": "7",
                  "items": {
                      "OBJ_PID": ["opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\\"java\\""],
                      "SYSCALL": [
                          "arch=c00000b7 syscall=129 success=yes exit=0 a0=15e a1=f pid=456 key=\\"k\\""
                      ]
                  }
              }
              """);
      assertThat(signal.provenance().id().text()).isEqualTo("audit:10.1.2.3@1795228000.100:7");
      assertThat(signal.arch()).hasValue("aarch64");
      assertThat(signal.targets()).hasSize(1);
    }
  }

  @Nested
  class Auditbeat {
    private static final String DATA =
        "\"data\":{\"arch\":\"x86_64\",\"syscall\":\"tgkill\",\"exit\":\"0\",\"a0\":\"15e\","
            + "\"a1\":\"15f\",\"a2\":\"6\",\"opid\":\"281\",\"ocomm\":\"java\",\"oses\":\"-1\"}";
    private static final String EVENT =
        "{\"@timestamp\":\"2026-11-21T02:26:40.100Z\",\"auditd\":{\"sequence\":7,"
            + "\"result\":\"success\",\"session\":\"3\","
            + DATA
            + "},\"process\":{\"pid\":456,\"parent\":{\"pid\":1},\"name\":\"my tool\","
            + "\"executable\":\"/opt/my tool\",\"title\":\"my tool -x\"},"
            + "\"user\":{\"id\":\"0\",\"name\":\"root\",\"audit\":{\"id\":\"1000\"}},"
            + "\"host\":{\"name\":\"web01\"},\"tags\":[\"kill\",\"opt\"]}";

    @Test
    void isMadeRecordsAgain() {
      SignalSent signal = signal(EVENT);
      assertThat(signal.provenance().id().text()).isEqualTo("audit:1795228000.100:7");
      assertThat(signal.provenance().node()).hasValue("web01");
      assertThat(signal.call()).hasValue(SignalCall.TGKILL);
      assertThat(signal.arch()).hasValue("x86_64");
      assertThat(signal.addressed()).isEqualTo(new Addressed.ThreadOf(350, 351));
      assertThat(signal.signal()).hasValue(6);
      assertThat(signal.succeeded()).isTrue();
      assertThat(signal.sender().pid()).hasValue(456);
      assertThat(signal.sender().ppid()).hasValue(1);
      assertThat(signal.sender().comm()).hasValue("my tool");
      assertThat(signal.sender().exe()).hasValue("/opt/my tool");
      assertThat(signal.sender().command()).hasValue("my tool -x");
      assertThat(signal.sender().auid()).hasValue(new UserId(1000, Optional.empty()));
      assertThat(signal.sender().uid()).hasValue(new UserId(0, Optional.of("root")));
      assertThat(signal.key()).hasValue("kill,opt");
      assertThat(signal.targets()).extracting(SignalTarget::opid).containsExactly(281);
    }

    @Test
    void mayBeAnExportOfElasticsearch() {
      assertThat(signal("{\"_index\":\"x\",\"_source\":" + EVENT + "}").signal()).hasValue(6);
    }

    @Test
    void mayHaveItsNamesInOne() {
      String flat =
          "{\"@timestamp\":\"2026-11-21T02:26:40.100Z\",\"auditd.sequence\":7,"
              + "\"auditd.data.syscall\":\"kill\",\"auditd.data.arch\":\"x86_64\","
              + "\"auditd.data.a0\":\"15e\",\"auditd.data.a1\":\"f\",\"process.pid\":456}";
      assertThat(signal(flat).addressed()).isEqualTo(new Addressed.Task(350));
    }

    @Test
    void countsByItsRawRecordsWhereItKeptThem() {
      String raw =
          "\"messages\":[\"type=SYSCALL msg=audit(1795228000.107:8): arch=c000003e syscall=62"
              + " success=yes exit=0 a0=15e a1=f pid=456 comm=\\\"sh\\\" key=(null)\","
              + "\"type=OBJ_PID msg=audit(1795228000.107:8): opid=1 ocomm=\\\"a\\\"\","
              + "\"type=OBJ_PID msg=audit(1795228000.107:8): opid=2 ocomm=\\\"b\\\"\"]";
      SignalSent signal = signal(EVENT.replace(DATA, raw));
      assertThat(signal.provenance().id().text()).isEqualTo("audit:1795228000.107:8");
      assertThat(signal.targets()).hasSize(2);
    }
  }

  @Nested
  class Auoms {
    private static final String EVENT =
        "{\"HostName\":\"WEB\",\"SyslogMessage\":\"type=AUOMS_SYSCALL audit(1795228000.100:7):"
            + " SchemaVersion=\\\"1\\\" node=web01 arch=x86_64 syscall=kill syscall_r=62"
            + " success=yes exit=0 a0=15e a1=f a2=0 a3=0 ppid=1 pid=456 audit_user=unset"
            + " auid=4294967295 user=root uid=0 effective_user=root euid=0 tty=(none)"
            + " ses=\\\"-1\\\" comm=\\\"a b\\\" exe=\\\"/bin/sh\\\" key=kill,opt key_r=6B"
            + " proctitle=/bin/sh -c x --y=z pid redactors= containerid=\"}";

    @Test
    void holdsAllRecordsInOne() {
      SignalSent signal = signal(EVENT);
      assertThat(signal.provenance().id().text()).isEqualTo("audit:web01@1795228000.100:7");
      assertThat(signal.call()).hasValue(SignalCall.KILL);
      assertThat(signal.addressed()).isEqualTo(new Addressed.Task(350));
      assertThat(signal.signal()).hasValue(15);
      assertThat(signal.sender().comm()).hasValue("a b");
      assertThat(signal.sender().session()).isEmpty();
      assertThat(signal.sender().uid()).hasValue(new UserId(0, Optional.of("root")));
      assertThat(signal.sender().command()).hasValue("/bin/sh -c x --y=z pid");
      assertThat(signal.key()).hasValue("kill,opt");
    }

    @Test
    void isRejectedWhereItSumsUpSeveralEvents() {
      CollectingSink sink = read(EVENT.replace("AUOMS_SYSCALL", "AUOMS_AGGREGATED_SYSCALL"));
      assertThat(sink.facts()).isEmpty();
      assertThat(sink.rejections()).hasSize(1);
    }
  }

  @Nested
  class ABrokenLine {
    private List<Rejection> rejections(String broken) {
      CollectingSink sink = read(LAUREL + "\n" + broken + "\n" + LAUREL.replace(":7\"", ":8\""));
      assertThat(sink.facts(SignalSent.class)).hasSize(2);
      return sink.rejections();
    }

    @Test
    void isRejectedWithItsPlaceAndReason() {
      String cut = LAUREL.substring(0, 100);
      Rejection rejection = rejections(cut).getFirst();
      assertThat(rejection.offset()).isEqualTo(LAUREL.getBytes(StandardCharsets.UTF_8).length + 1);
      assertThat(rejection.reason()).isEqualTo("a JSON object that is not closed");
      assertThat(rejection.excerpt()).startsWith("{\"ID\"");
    }

    @Test
    void spoilsNoOther() {
      assertThat(rejections("no JSON at all")).hasSize(1);
      assertThat(rejections("{\"ID\":}")).hasSize(1);
      assertThat(rejections("{\"ID\":\"x\"}")).hasSize(1);
      assertThat(rejections("{\"ID\":\"1795228000.100:9\"}")).hasSize(1);
      assertThat(rejections("{\"a\":" + "[".repeat(10_000) + "}")).hasSize(1);
      assertThat(rejections("{\"a\":" + "{\"a\":".repeat(500) + "1" + "}".repeat(501))).hasSize(1);
      assertThat(rejections("{\"a\":" + "9".repeat(100_000) + "}")).hasSize(1);
      assertThat(rejections("{\"a\":[" + "1,".repeat(500_000) + "1]}")).hasSize(1);
      assertThat(rejections("}]")).hasSize(1);
    }

    @Test
    void mayHaveANameTwice() {
      String twice = LAUREL.replace("\"syscall\":62", "\"syscall\":62,\"syscall\":59");
      assertThat(signal(twice).call()).hasValue(SignalCall.KILL);
    }

    @Test
    void mayHoldNumbersThatAreNone() {
      String huge =
          LAUREL
              .replace("\"pid\":456", "\"pid\":" + "4".repeat(500))
              .replace("\"opid\":281", "\"opid\":2.81e400");
      SignalSent signal = signal(huge);
      assertThat(signal.sender().pid()).isEmpty();
      assertThat(signal.targets()).isEmpty();
    }
  }

  @Test
  void hostsKeepSerialsOfTheirOwn() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(
          Auditbeat.EVENT
              .replace("web01", "web" + i % 50)
              .replace("\"sequence\":7", "\"sequence\":" + (i % 50 * 5_000 + i))
              .replace("40.100Z", (i % 60 < 10 ? "0" : "") + i % 60 + ".100Z"));
      text.append('\n');
    }
    CollectingSink sink = read(text.toString());
    assertThat(sink.facts()).hasSize(200).allMatch(SignalSent.class::isInstance);
  }
}
