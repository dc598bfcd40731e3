package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFieldsTest {
  private final RecordFields fields = new RecordFields();

  private RecordFields read(RecordType type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return fields.read(AuditRecord.ofLine(type, bytes, 0, "test", 0));
  }

  private RecordFields read(String body) {
    return read(RecordType.CONFIG_CHANGE, body);
  }

  @Nested
  class Grammar {
    @Test
    void readsQuotedBareAndEmptyValues() {
      read("comm=\"a b\" subj= tty=pts0 exe=\"/bin/x\"");
      assertThat(fields.text(FieldKey.COMM)).hasValue("a b");
      assertThat(fields.text(FieldKey.SUBJ)).isEmpty();
      assertThat(fields.text(FieldKey.TTY)).hasValue("pts0");
      assertThat(fields.text(FieldKey.EXE)).hasValue("/bin/x");
    }

    @Test
    void readsTheFieldsNestedInMsg() {
      read("pid=1 uid=0 msg=' unit=cron comm=\"systemd\" hostname=? terminal=? res=failed'");
      assertThat(fields.text(FieldKey.UNIT)).hasValue("cron");
      assertThat(fields.is(FieldKey.RES, "failed")).isTrue();
      assertThat(fields.text(FieldKey.TERMINAL)).isEmpty();
    }

    @Test
    void takesTheFirstOfTwoValues() {
      read("uid=0 uid=5 auid=7 old auid=700");
      assertThat(fields.number(FieldKey.UID)).isZero();
      assertThat(fields.number(FieldKey.AUID)).isEqualTo(7);
    }

    @Test
    void forgetsTheRecordBefore() {
      read("pid=1 comm=\"x\"");
      read("ppid=2");
      assertThat(fields.has(FieldKey.PID)).isFalse();
      assertThat(fields.text(FieldKey.COMM)).isEmpty();
    }

    @Test
    void passesOverWordsThatAreNoField() {
      read("auditd normal halt, sending auid=0 pid=2170 subj=? res=success");
      assertThat(fields.number(FieldKey.AUID)).isZero();
      assertThat(fields.id(FieldKey.PID)).hasValue(2170);
    }
  }

  @Nested
  class TheEnrichedPart {
    private static final String SYSCALL = "auid=1000 uid=0 key=\"kill\"";
    private static final String NAMES = "ARCH=x86_64 SYSCALL=kill AUID=\"alice\" UID=\"root\"";

    @ParameterizedTest
    @ValueSource(strings = {"\u001d", "", " "})
    void isReadBehindAnySeparator(String separator) {
      read(SYSCALL + separator + NAMES);
      assertThat(fields.enriched()).isTrue();
      assertThat(fields.text(FieldKey.KEY)).hasValue("kill");
      assertThat(fields.text(FieldKey.ARCH_NAME)).hasValue("x86_64");
      assertThat(fields.user(FieldKey.AUID, FieldKey.AUID_NAME))
          .hasValue(new UserId(1000, Optional.of("alice")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001d", "", " "})
    void isReadBehindABareValue(String separator) {
      read("op=add_rule key=(null) list=4 res=1" + separator + "AUID=\"unset\"");
      assertThat(fields.enriched()).isTrue();
      assertThat(fields.is(FieldKey.RES, "1")).isTrue();
    }

    @Test
    void isReadBehindANestedPart() {
      read("pid=1 msg='unit=cron res=success'UID=\"root\" AUID=\"unset\"");
      assertThat(fields.is(FieldKey.RES, "success")).isTrue();
      assertThat(fields.text(FieldKey.UID_NAME)).hasValue("root");
    }

    @Test
    void isMissingInRawRecords() {
      assertThat(read(SYSCALL).enriched()).isFalse();
    }

    @Test
    void namesNobodyForAnUnknownUser() {
      read("uid=1500 \u001dUID=\"unknown(1500)\"");
      assertThat(fields.user(FieldKey.UID, FieldKey.UID_NAME))
          .hasValue(new UserId(1500, Optional.empty()));
    }
  }

  @Nested
  class Values {
    @Test
    void areDecodedFromHexWhereTheFieldIsEncoded() {
      read("comm=564D20546872656164 unit=ABCD exe=2F62696E2F78202864656C6574656429");
      assertThat(fields.text(FieldKey.COMM)).hasValue("VM Thread");
      assertThat(fields.text(FieldKey.UNIT)).hasValue("ABCD");
      assertThat(fields.text(FieldKey.EXE)).hasValue("/bin/x (deleted)");
    }

    @Test
    void areLeftAloneWhenTheyOnlyLookLikeHex() {
      read("comm=\"CAFE\" exe=ABC name=cafe");
      assertThat(fields.text(FieldKey.COMM)).hasValue("CAFE");
      assertThat(fields.text(FieldKey.EXE)).hasValue("ABC");
      assertThat(fields.text(FieldKey.NAME)).hasValue("cafe");
    }

    @Test
    void areEmptyWhenTheySayNone() {
      read("comm=(null) tty=(none) subj=? obj=<NULL> key=(null) proctitle=\"(null)\"");
      assertThat(fields.text(FieldKey.COMM)).isEmpty();
      assertThat(fields.text(FieldKey.TTY)).isEmpty();
      assertThat(fields.text(FieldKey.SUBJ)).isEmpty();
      assertThat(fields.text(FieldKey.OBJ)).isEmpty();
      assertThat(fields.text(FieldKey.PROCTITLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "-1", "unset", "n/a", ""})
    void tellNoUserWhenUnset(String id) {
      read("auid=" + id + " ses=" + id + " x");
      assertThat(fields.user(FieldKey.AUID, FieldKey.AUID_NAME)).isEmpty();
      assertThat(fields.session(FieldKey.SES)).isEmpty();
    }

    @Test
    void ofRegistersAreTheLow32BitsWithSign() {
      read("a0=fffffd99 a1=ffffffffffffffff a2=0x17d8 a3=xyz x");
      assertThat(fields.register(FieldKey.A0)).hasValue(-615);
      assertThat(fields.register(FieldKey.A1)).hasValue(-1);
      assertThat(fields.register(FieldKey.A2)).hasValue(0x17d8);
      assertThat(fields.register(FieldKey.A3)).isEmpty();
    }
  }

  @Nested
  class ACutRecord {
    @Test
    void keepsAnOpenQuote() {
      assertThat(read("comm=\"bash\" exe=\"/usr/").text(FieldKey.EXE)).hasValue("/usr/");
    }

    @Test
    void doesNotTrustANumberAtItsEnd() {
      read(RecordType.SYSCALL, "arch=c000003e syscall=62 a0=53f a1=1");
      assertThat(fields.register(FieldKey.A0)).hasValue(0x53f);
      assertThat(fields.register(FieldKey.A1)).isEmpty();
    }

    @Test
    void neverThrowsWhateverItsBytes() {
      long seed = new Random().nextLong();
      Random random = new Random(seed);
      String alphabet = "pid=\"' \u001d()AUID0f\0\u00e4[]comm?-,";
      for (int i = 0; i < 20_000; i++) {
        StringBuilder body = new StringBuilder();
        for (int j = random.nextInt(60); j > 0; j--) {
          body.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        read(body.toString());
        for (FieldKey key : FieldKey.values()) {
          assertThat(fields.text(key)).as("seed %d", seed).isNotNull();
          assertThat(fields.register(key)).isNotNull();
          assertThat(fields.id(key)).isNotNull();
        }
      }
    }
  }
}
