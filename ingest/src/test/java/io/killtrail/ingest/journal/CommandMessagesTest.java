package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that people and cron had run, by the word of who ran them or let them. */
class CommandMessagesTest {
  private static final String GRANTED =
      "polkitd(authority=local)[460]: Operator of unix-process:953:51411 successfully authenticated"
          + " as unix-user:root to gain ONE-SHOT authorization for action"
          + " org.freedesktop.systemd1.manage-units for system-bus-name::1.80 [systemctl stop x]"
          + " (owned by unix-user:alice)";

  private static Recorder said(String what) {
    return Recorder.shortForm("Nov 21 02:14:43 web01 " + what);
  }

  private static ProcessSeen asked(String line) {
    List<ProcessSeen> asked =
        said(line).all(ProcessSeen.class).stream()
            .filter(seen -> seen.by() == ProcessSeen.By.USER_RECORD)
            .toList();
    assertThat(asked).hasSize(1);
    return asked.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CRON[953]: (root) CMD (systemctl stop x) | root",
        "CROND[953]: (root) CMD (  systemctl stop x ) | root",
        "doas[953]: alice ran command systemctl stop x as root from /home/alice | alice",
        "sudo[953]:    alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=systemctl stop x | alice",
        "pkexec[953]: alice: Executing command [USER=root] [TTY=/dev/pts/0] [CWD=/]"
            + " [COMMAND=systemctl stop x] | alice",
        GRANTED + " | alice",
      })
  void nameTheProcessTheUserAndTheCommand(String line, String user) {
    ProcessSeen seen = asked(line);

    assertThat(seen.pid()).isEqualTo(953);
    assertThat(seen.process().command()).contains("systemctl stop x");
    assertThat(seen.process().uid()).contains(UserId.named(user));
  }

  @Test
  void nameTheTerminalWithoutItsDirectory() {
    ProcessSeen seen =
        asked("pkexec[9]: alice: Executing command [USER=root] [TTY=/dev/pts/0] [COMMAND=id]");

    assertThat(seen.process().tty()).contains("pts/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CRON[953]: (root) CMDEND (systemctl stop x)",
        "crond[953]: (root) RELOAD (/var/spool/cron/root)",
        "pkexec[953]: alice: Error executing command as another user: Not authorized [USER=root]"
            + " [TTY=/dev/pts/0] [CWD=/] [COMMAND=systemctl stop x]",
        "polkitd[460]: Operator of unix-process:953:5 FAILED to authenticate to gain authorization"
            + " for action org.freedesktop.systemd1.manage-units for system-bus-name::1.64"
            + " [systemctl stop x] (owned by unix-user:alice)",
        "polkitd[460]: Registered Authentication Agent for unix-process:953:5 (system bus name"
            + " :1.9 [/usr/bin/pkttyagent --notify-fd 5 --fallback], object path /x)",
        "other[7]: (root) CMD (systemctl stop x)",
      })
  void areNoneWhereNothingWasRun(String line) {
    assertThat(said(line).all(ProcessSeen.class))
        .allSatisfy(seen -> assertThat(seen.process().command()).isEmpty());
  }
}
