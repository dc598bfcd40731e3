package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRecordParserTest {
  private final AuditRecordParser parser = new AuditRecordParser();

  private HeaderFault parse(String text) {
    return parser.parse(Line.of(text, 0));
  }

  private static String slice(String text, int start, int end) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  @Nested
  class AHeader {
    @Test
    void givesTypeTimeSerialAndBody() {
      String line = "type=OBJ_PID msg=audit(1795227180.050:6): opid=1";
      assertThat(parse(line)).isEqualTo(HeaderFault.NONE);
      assertThat(parser.type()).isEqualTo(RecordType.OBJ_PID);
      assertThat(parser.epochMillis()).isEqualTo(1795227180050L);
      assertThat(parser.serial()).isEqualTo(6);
      assertThat(line.substring(parser.bodyStart())).isEqualTo("opid=1");
      assertThat(parser.nodeStart()).isEqualTo(parser.nodeEnd());
    }

    @ParameterizedTest
    @CsvSource({"node=", "host="})
    void mayNameANode(String key) {
      String line = key + "db-1.example type=EOE msg=audit(1.102:31): ";
      assertThat(parse(line)).isEqualTo(HeaderFault.NONE);
      assertThat(slice(line, parser.nodeStart(), parser.nodeEnd())).isEqualTo("db-1.example");
      assertThat(parser.epochMillis()).isEqualTo(1102);
    }

    @Test
    void mayLackTheColon() {
      assertThat(parse("type=SYSCALL msg=audit(1542398162.211:744) pid=7"))
          .isEqualTo(HeaderFault.NONE);
    }

    @ParameterizedTest
    @CsvSource({
      "UNKNOWN[1318], OBJ_PID",
      "1300, SYSCALL",
      "DAEMON_RESUME, DAEMON_OTHER",
      "1205, DAEMON_OTHER",
      "CRED_ACQ, OTHER",
      "UNKNOWN[1420], OTHER",
      "UNKNOWN[, OTHER"
    })
    void namesItsTypeInManyWays(String name, RecordType type) {
      assertThat(parse("type=" + name + " msg=audit(1.000:1): ")).isEqualTo(HeaderFault.NONE);
      assertThat(parser.type()).isEqualTo(type);
    }
  }

  @Nested
  class ABrokenHeader {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "NO_TYPE    | msg=audit(1.000:1): a=b",
          "NO_TYPE    | node=x",
          "NO_STAMP   | type=UNKNOWN[1329] msg=g",
          "NO_STAMP   | type=CKADDR",
          "BAD_TIME   | type=EOE msg=audit(1337845201): x",
          "BAD_TIME   | type=EOE msg=audit(13.01.2021 09:00:12.243:714): x",
          "BAD_TIME   | type=EOE msg=audit(1337845201.5:1): x",
          "BAD_TIME   | type=EOE msg=audit(99999999999999999999.000:1): x",
          "BAD_SERIAL | type=EOE msg=audit(1484477221.034:): pid=1",
          "BAD_SERIAL | type=EOE msg=audit(1484477221.034:99999999999999999999): pid=1",
          "OPEN       | type=EOE msg=audit(1484477221.034:938164/: pid=1",
          "OPEN       | type=EOE msg=audit(1484477221.034:93"
        })
    void isRejectedWithItsReason(HeaderFault fault, String line) {
      assertThat(parse(line)).isEqualTo(fault);
      assertThat(fault.reason()).isNotEmpty();
    }
  }
}
