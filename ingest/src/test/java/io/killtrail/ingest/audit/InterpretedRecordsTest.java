package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ausearch -i} prints. */
class InterpretedRecordsTest {
  private static final String DATE = "21.11.2026 02:22:16.868:68";

  private static String syscall(String stamp, String fields) {
    return "type=SYSCALL msg=audit("
        + stamp
        + ") : arch=x86_64 "
        + fields
        + " items=0 ppid=1 pid=456 auid=unset uid=root gid=root euid=root tty=(none) ses=unset"
        + " comm=helper main exe=/usr/sbin/helperd (deleted) subj=unconfined key=kill ";
  }

  private static String kill(String stamp) {
    return syscall(stamp, "syscall=kill success=yes exit=0 a0=0x15e a1=SIGTERM a2=0x0 a3=0x8");
  }

  private static String objPid(String stamp) {
    return "type=OBJ_PID msg=audit("
        + stamp
        + ") : opid=281 oauid=unset ouid=alice oses=-1 obj=unconfined ocomm=pool-4 worker ";
  }

  private static String title(String stamp) {
    return "type=PROCTITLE msg=audit(" + stamp + ") : proctitle=helperd --pid=/run/a b.pid -d ";
  }

  private static SignalSent signal(String... lines) {
    List<SignalSent> signals = AuditLog.read(lines).facts(SignalSent.class);
    assertThat(signals).hasSize(1);
    return signals.getFirst();
  }

  @Test
  void tellTheSameSignalAsRawOnes() {
    SignalSent signal = signal("----", title(DATE), objPid(DATE), kill(DATE));

    assertThat(signal.call()).contains(SignalCall.KILL);
    assertThat(signal.arch()).contains("x86_64");
    assertThat(signal.addressed()).isEqualTo(new Addressed.Task(350));
    assertThat(signal.signal()).hasValue(15);
    assertThat(signal.errno()).hasValue(0);
    assertThat(signal.key()).contains("kill");
    assertThat(signal.sender().pid()).hasValue(456);
    assertThat(signal.sender().auid()).isEmpty();
    assertThat(signal.sender().session()).isEmpty();
    assertThat(signal.targets()).hasSize(1);
    assertThat(signal.targets().getFirst().opid()).isEqualTo(281);
  }

  @Test
  void haveValuesWithBlanksAndWithoutQuotes() {
    SignalSent signal = signal(title(DATE), objPid(DATE), kill(DATE));

    assertThat(signal.sender().comm()).contains("helper main");
    assertThat(signal.sender().exe()).contains("/usr/sbin/helperd (deleted)");
    assertThat(signal.sender().command()).contains("helperd --pid=/run/a b.pid -d");
    assertThat(signal.targets().getFirst().ocomm()).contains("pool-4 worker");
  }

  @Test
  void nameUsersWhoseNumbersStayUnknown() {
    SignalSent signal = signal(objPid(DATE), kill(DATE));

    assertThat(signal.sender().uid()).contains(new UserId(0, Optional.of("root")));
    assertThat(signal.targets().getFirst().ouid())
        .contains(new UserId(OptionalLong.empty(), Optional.of("alice")));
  }

  @Test
  void keepTheNumberOfAUserWhomNobodyKnew() {
    SignalSent signal = signal(kill(DATE).replace("euid=root", "euid=unknown(1500)"));

    assertThat(signal.sender().euid()).contains(new UserId(1500, Optional.empty()));
  }

  @Test
  void haveNamesThatLookLikeHex() {
    assertThat(signal(kill(DATE).replace("helper main", "BEEF")).sender().comm()).contains("BEEF");
  }

  @Test
  void areLocalTimesWhoseIdsDoNotDependOnTheZone() {
    SignalSent signal = signal(kill(DATE));

    assertThat(signal.provenance().form()).isEqualTo(SourceForm.AUDIT_INTERPRETED);
    assertThat(signal.provenance().time()).isEqualTo(Instant.parse("2026-11-21T02:22:16.868Z"));
    assertThat(signal.provenance().serial()).hasValue(68);
    assertThat(signal.provenance().id().text()).isEqualTo("ausearch:21.11.2026T02:22:16.868:68");
  }

  @ParameterizedTest
  @CsvSource({
    "11/21/26, 2026-11-21",
    "11/21/2026, 2026-11-21",
    "28/10/24, 2024-10-28",
    "13.01.2021, 2021-01-13",
    "27.6.2024, 2024-06-27",
    "2020-10-21, 2020-10-21",
    "2020/10/21, 2020-10-21"
  })
  void haveDatesInTheStyleOfWhoeverPrintedThem(String written, String day) {
    assertThat(signal(kill(written + " 06:58:12.308:277")).provenance().time())
        .isEqualTo(Instant.parse(day + "T06:58:12.308Z"));
  }

  @Test
  void haveTheDayFirstOnceADateShowsIt() {
    List<SignalSent> signals =
        AuditLog.read(kill("28/10/24 06:58:12.308:1"), kill("02/11/24 06:58:12.308:2"))
            .facts(SignalSent.class);

    assertThat(signals.getLast().provenance().time())
        .isEqualTo(Instant.parse("2024-11-02T06:58:12.308Z"));
  }

  @Test
  void joinRecordsWhoseDatesAreWrittenInTwoStyles() {
    SignalSent signal =
        signal(objPid("27.6.2024 18:45:35.616:596"), kill("06/27/24 18:45:35.616:596"));

    assertThat(signal.targets()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "EACCES(Permission denied), 13",
    "EPERM(Operation not permitted), 1",
    "ESRCH(No such process), 3",
    "-3, 3"
  })
  void tellErrorsByName(String exit, int errno) {
    String line = syscall(DATE, "syscall=kill success=no exit=" + exit + " a0=0x15e a1=SIGTERM");

    assertThat(signal(line).errno()).hasValue(errno);
    assertThat(signal(line).addressed()).isEqualTo(new Addressed.Task(350));
  }

  @ParameterizedTest
  @CsvSource({"SIGTERM, 15", "SIG0, 0", "IGPWR, 30", "unknown-signal(0x22), 34", "0xf, 15"})
  void nameSignals(String written, int number) {
    String line = syscall(DATE, "syscall=tkill success=yes exit=0 a0=0x15e a1=" + written);

    assertThat(signal(line).signal()).hasValue(number);
  }

  @Test
  void ofOtherCallsAreNoSignals() {
    CollectingSink sink =
        AuditLog.read(
            objPid(DATE), syscall(DATE, "syscall=ioctl success=yes exit=0 a0=0x0 a1=TIOCNOTTY"));

    assertThat(sink.facts(SignalSent.class)).isEmpty();
  }

  @Test
  void tellNegativeNumbersAs32Bits() {
    String line = syscall(DATE, "syscall=kill success=yes exit=0 a0=0xfffee49c a1=SIGTERM");

    assertThat(signal(line).addressed()).isEqualTo(new Addressed.Group(72548));
  }

  @Test
  void standNextToRawOnesOfTheSameEventWithoutMixing() {
    String stamp = "1795227736.868:68";
    List<SignalSent> signals =
        AuditLog.read(AuditLog.kill(stamp), AuditLog.objPid(stamp, 281), objPid(DATE), kill(DATE))
            .facts(SignalSent.class);

    assertThat(signals).hasSize(2);
    assertThat(signals).allMatch(signal -> signal.targets().size() == 1);
  }

  @Test
  void tellOfExecs() {
    String exec = syscall(DATE, "syscall=execve success=yes exit=0 a0=0x1 a1=0x2 a2=0x3 a3=0x4");
    String arguments = "type=EXECVE msg=audit(" + DATE + ") : argc=3 a0=kill a1=-TERM a2=3 50 ";

    List<ProcessSeen> seen = AuditLog.read(arguments, exec).facts(ProcessSeen.class);

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().by()).isEqualTo(ProcessSeen.By.EXEC);
    assertThat(seen.getFirst().process().command()).contains("kill -TERM 3 50");
  }
}
