package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.objPid;
import static io.killtrail.ingest.audit.AuditLog.syscall;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalFactsTest {
  private static final String STAMP = "1795228000.007:9";

  private static SignalSent signal(String... lines) {
    List<SignalSent> signals = AuditLog.read(lines).facts(SignalSent.class);
    assertThat(signals).hasSize(1);
    return signals.getFirst();
  }

  @Nested
  class TheCaller {
    @Test
    void isDescribedAsTheRecordHasIt() {
      SignalSent signal = signal(syscall(STAMP, 62, "a0=15e a1=f"), AuditLog.title(STAMP));
      assertThat(signal.sender().pid()).hasValue(456);
      assertThat(signal.sender().ppid()).hasValue(1);
      assertThat(signal.sender().comm()).hasValue("helperd");
      assertThat(signal.sender().exe()).hasValue("/usr/sbin/helperd");
      assertThat(signal.sender().command()).hasValue("helperd -d");
      assertThat(signal.sender().auid()).isEmpty();
      assertThat(signal.sender().uid()).hasValue(new UserId(0, Optional.empty()));
      assertThat(signal.sender().tty()).isEmpty();
      assertThat(signal.sender().session()).isEmpty();
      assertThat(signal.sender().subject()).hasValue("unconfined");
      assertThat(signal.key()).hasValue("kill");
      assertThat(signal.arch()).hasValue("x86_64");
      assertThat(signal.provenance().form()).isEqualTo(SourceForm.AUDIT_RAW);
      assertThat(signal.provenance().id().text()).isEqualTo("audit:" + STAMP);
      assertThat(signal.provenance().serial()).hasValue(9);
    }

    @Test
    void hasTheNamesThatAnEnrichedRecordGives() {
      String names = "\u001dARCH=x86_64 SYSCALL=kill AUID=\"unset\" UID=\"root\" EUID=\"root\"";
      SignalSent signal = signal(syscall(STAMP, 62, "a0=15e a1=f") + names);
      assertThat(signal.sender().uid()).hasValue(new UserId(0, Optional.of("root")));
      assertThat(signal.provenance().form()).isEqualTo(SourceForm.AUDIT_ENRICHED);
    }

    @Test
    void mayHaveBeenRecordedByTwoRules() {
      String line = syscall(STAMP, 62, "a0=15e a1=f").replace("\"kill\"", "6B696C6C016F7074");
      assertThat(signal(line).key()).hasValue("kill,opt");
    }
  }

  @Nested
  class Arguments {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "62  | a0=15e a1=f a2=0         | KILL              | 15",
          "200 | a0=15e a1=9 a2=0         | TKILL             | 9",
          "234 | a0=15e a1=15f a2=f       | TGKILL            | 15",
          "129 | a0=15e a1=a a2=7ffc00000 | RT_SIGQUEUEINFO   | 10",
          "297 | a0=15e a1=15f a2=c a3=7f | RT_TGSIGQUEUEINFO | 12",
          "424 | a0=6b a1=f a2=0 a3=0     | PIDFD_SEND_SIGNAL | 15"
        })
    void holdTheSignalAtThePlaceOfTheirCall(
        int number, String arguments, SignalCall call, int expected) {
      SignalSent signal = signal(syscall(STAMP, number, arguments), objPid(STAMP, 350));
      assertThat(signal.call()).hasValue(call);
      assertThat(signal.signal()).hasValue(expected);
      assertThat(signal.targets()).hasSize(1);
    }

    private Addressed addressed(int number, String arguments) {
      return signal(syscall(STAMP, number, arguments)).addressed();
    }

    @Test
    void tellWhomTheCallerMeant() {
      assertThat(addressed(62, "a0=15e a1=f")).isEqualTo(new Addressed.Task(350));
      assertThat(addressed(62, "a0=0 a1=f")).isEqualTo(new Addressed.OwnGroup());
      assertThat(addressed(62, "a0=ffffffff a1=f")).isEqualTo(new Addressed.Broadcast());
      assertThat(addressed(62, "a0=fffffd99 a1=f")).isEqualTo(new Addressed.Group(615));
      assertThat(addressed(62, "a0=fffffffffffffd99 a1=f")).isEqualTo(new Addressed.Group(615));
      assertThat(addressed(200, "a0=15e a1=f")).isEqualTo(new Addressed.ThreadOf(350, 350));
      assertThat(addressed(234, "a0=15e a1=15f a2=f")).isEqualTo(new Addressed.ThreadOf(350, 351));
      assertThat(addressed(297, "a0=15e a1=15f a2=f")).isEqualTo(new Addressed.ThreadOf(350, 351));
      assertThat(addressed(129, "a0=15e a1=f")).isEqualTo(new Addressed.Task(350));
      assertThat(addressed(424, "a0=6b a1=f")).isEqualTo(new Addressed.Pidfd(107));
    }

    @Test
    void thatWereCutOffAreNotGuessed() {
      SignalSent signal =
          signal(AuditLog.record("SYSCALL", STAMP, "arch=c000003e syscall=62 a0=15"));
      assertThat(signal.call()).hasValue(SignalCall.KILL);
      assertThat(signal.addressed()).isEqualTo(new Addressed.Unknown());
      assertThat(signal.signal()).isEmpty();
      assertThat(signal.errno()).isEmpty();
    }
  }

  @Nested
  class Results {
    @ParameterizedTest
    @CsvSource({"success=yes exit=0,0", "success=no exit=-3,3", "success=no exit=-1,1"})
    void areErrorNumbers(String result, int errno) {
      String line = syscall(STAMP, "c000003e", 62, result + " a0=15e a1=f");
      assertThat(signal(line).errno()).hasValue(errno);
      assertThat(signal(line).succeeded()).isEqualTo(errno == 0);
    }

    @Test
    void areUnknownWhereTheRecordHasNone() {
      assertThat(signal(syscall(STAMP, "c000003e", 62, "a0=15e a1=f")).errno()).isEmpty();
    }
  }

  @Nested
  class OtherCallsWithATarget {
    @ParameterizedTest
    @CsvSource({"101", "16"})
    void areNoSignals(int ptraceOrIoctl) {
      assertThat(
              AuditLog.read(syscall(STAMP, ptraceOrIoctl, "a0=10 a1=15e"), objPid(STAMP, 350))
                  .facts(SignalSent.class))
          .isEmpty();
    }
  }

  @Nested
  class Architectures {
    @ParameterizedTest
    @CsvSource({
      "40000003,37,i386",
      "c00000b7,129,aarch64",
      "40000028,37,arm",
      "c0000015,37,ppc64le",
      "80000016,37,s390x",
      "c00000f3,129,riscv64",
      "c0000102,129,loongarch64"
    })
    void haveNumbersOfTheirOwn(String code, int number, String name) {
      SignalSent signal = signal(syscall(STAMP, code, number, "success=yes exit=0 a0=15e a1=f"));
      assertThat(signal.call()).hasValue(SignalCall.KILL);
      assertThat(signal.arch()).hasValue(name);
    }

    @Test
    void giveTheSameNumberOtherMeanings() {
      assertThat(
              AuditLog.read(syscall(STAMP, "c00000b7", 62, "success=yes exit=0 a0=3 a1=0"))
                  .facts(SignalSent.class))
          .isEmpty();
    }

    @Test
    void thatWeLackAreReadByTheNamesOfTheRecord() {
      String line =
          syscall(STAMP, "8", 4037, "success=yes exit=0 a0=15e a1=f")
              + "\u001dARCH=mips SYSCALL=kill AUID=\"unset\"";
      assertThat(signal(line).call()).hasValue(SignalCall.KILL);
      assertThat(signal(line).arch()).hasValue("mips");
    }
  }
}
