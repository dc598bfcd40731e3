package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JournalExportReaderTest {
  private static final String EXIT =
      """
      __CURSOR=s=1;i=1
      __REALTIME_TIMESTAMP=1795227737463169
      __MONOTONIC_TIMESTAMP=31222378
      _BOOT_ID=2b83f51991ac42c386393666cd7407d1
      _HOSTNAME=web01
      _PID=1
      SYSLOG_IDENTIFIER=systemd
      UNIT=appd.service
      EXIT_CODE=exited
      EXIT_STATUS=143
      MESSAGE_ID=98e322203f7a4ed290d09fe03c09fe15
      MESSAGE=appd.service: Main process exited, code=exited, status=143/n/a

      """;
  private static final String HEAD =
      """
      __CURSOR=s=1;i=2
      __REALTIME_TIMESTAMP=1795227738000000
      _HOSTNAME=web01
      _PID=77
      _COMM=x
      """;

  private final Recorder recorder = new Recorder();

  @Test
  void readsEntriesWithTheFactsOfTheJsonForm() {
    ReadResult result = read(bytes(EXIT));

    assertThat(result.records()).isEqualTo(1);
    assertThat(recorder.all(ProcessExited.class))
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.status()).isEqualTo(OptionalInt.of(143));
              assertThat(exit.unit()).contains("appd.service");
              assertThat(exit.provenance().id().text()).startsWith("journal:s=1;i=1");
            });
  }

  @Test
  void readsAFieldWhoseLengthStandsBeforeIt() {
    byte[] message = "two\n\nlines".getBytes(StandardCharsets.UTF_8);
    ReadResult result =
        read(bytes(HEAD + "MESSAGE\n"), size(message.length), message, bytes("\n\n" + EXIT));

    assertThat(result.records()).isEqualTo(2);
    assertThat(recorder.rejections).isEmpty();
    assertThat(recorder.all(ProcessSeen.class)).anyMatch(seen -> seen.pid() == 77);
    assertThat(recorder.all(ProcessExited.class)).hasSize(1);
  }

  @Test
  void rejectsAnEntryWithAnAbsurdLengthAndGoesOn() {
    ReadResult result = read(bytes(HEAD + "MESSAGE\n"), size(Long.MAX_VALUE), bytes("\n\n" + EXIT));

    assertThat(recorder.rejections)
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.reason()).contains("broken field"));
    assertThat(result.records()).isEqualTo(1);
    assertThat(recorder.all(ProcessExited.class)).hasSize(1);
  }

  @Test
  void passesOverAFieldThatIsTooLongAndGoesOn() {
    byte[] field = bytes("\n__CURSOR=forged\nMESSAGE=forged\n\n".repeat(600_000));
    ReadResult result =
        read(bytes(HEAD + "COREDUMP\n"), size(field.length), field, bytes("\n\n" + EXIT));

    assertThat(recorder.rejections)
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.unread()).isTrue();
              assertThat(rejected.reason()).isEqualTo("longer than 16777216 bytes");
              assertThat(rejected.excerpt()).startsWith("__CURSOR=s=1;i=2");
            });
    assertThat(result.records()).isEqualTo(1);
    assertThat(recorder.all(ProcessExited.class)).hasSize(1);
  }

  @Test
  void readsALastEntryThatIsCut() {
    ReadResult result = read(bytes(EXIT + HEAD + "MESS"));

    assertThat(recorder.all(ProcessExited.class)).hasSize(1);
    assertThat(result.records() + recorder.rejections.size()).isEqualTo(2);
  }

  private ReadResult read(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return recorder.read(
        new JournalExportReader(),
        new InputContext("/log", Recorder.FILE_TIME, IngestOptions.NONE),
        new ByteArrayInputStream(all.toByteArray()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] size(long length) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }
}
