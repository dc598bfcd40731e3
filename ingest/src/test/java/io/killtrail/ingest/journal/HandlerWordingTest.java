package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.SignalSent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that tell who signalled them. */
class HandlerWordingTest {
  private static Recorder said(String what) {
    return Recorder.shortForm("Nov 21 02:14:43 web01 " + what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx[281]: 2026/11/21 02:14:43 [notice] 281#281: signal 15 (SIGTERM) received from 996,"
            + " exiting",
        "dhcpcd[281]: received SIGTERM from PID 996, stopping",
        "dhcpcd[281]: received signal 15 from PID 996, but don't know what to do with it",
        "app[281]: Received SIGTERM from PID 996 (sh).",
        "wrapper[281]: Got 15: code 0, pid 996, uid 0",
        "wrapper[281]: Got 15: code -6, pid 996, uid 0",
      })
  void tellSenderAndVictim(String line) {
    SignalSent sent = said(line).only(SignalSent.class);

    assertThat(sent.told()).isTrue();
    assertThat(sent.signal()).hasValue(15);
    assertThat(sent.sender().pid()).hasValue(996);
    assertThat(sent.targets().getFirst().opid()).isEqualTo(281);
    assertThat(sent.succeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx[281]: 281#281: signal 15 (SIGTERM) received, exiting",
        "rsyslogd[281]: exiting on signal 15.",
        "wrapper[281]: Got 17: code 1, pid 996, uid 0",
        "wrapper[281]: Got 99: code 0, pid 996, uid 0",
        "wrapper: Got 15: code 0, pid 996, uid 0",
        "app[281]: received mail from PID 996",
        "app[281]: Received SIGTERM from PID abc",
        "systemd-journald[281]: Received SIGTERM from PID 1 (systemd-shutdow).",
        "app[281]: ) received from 996",
      })
  void tellNothingWithoutOne(String line) {
    assertThat(said(line).all(SignalSent.class)).isEmpty();
  }

  @Test
  void countLessThanARecordOfTheCall() {
    SignalSent recorded =
        said("audit[996]: SYSCALL arch=c000003e syscall=62 success=yes exit=0 a0=119 a1=f pid=996")
            .only(SignalSent.class);

    assertThat(recorded.told()).isFalse();
  }
}
