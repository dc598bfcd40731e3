package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.Who.systemd;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.KILL;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.day;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stood behind the service manager. */
class RequesterCasesTest {
  private static final String WORKER = "worker@2.service";

  private static Who runs(int pid, String command) {
    String tool = command.substring(0, command.indexOf(' '));
    return process(pid, tool, "/usr/bin/" + tool).parent(600).login(1000, 3).command(command);
  }

  private static Case stoppedAfter(String command) {
    return theCase(stop(dayWithSnapshot().at("02:24:59.900").runs(runs(702, command))));
  }

  private static Story stop(Story story) {
    return story.at("02:25:00").stops(APPD, 281, "java").at("02:25:01").exited(APPD, 143);
  }

  private static Case restartedAfter(String command) {
    return theCase(
        dayWithSnapshot()
            .at("02:24:59.900")
            .runs(runs(702, command))
            .at("02:25:00")
            .says(APPD, new UnitChanged.Stopping(Optional.of("restart")))
            .terminates(281, "java")
            .at("02:25:01")
            .exited(APPD, 143));
  }

  private static Case killedAfter(String command, int signal) {
    return theCase(
        dayWithSnapshot()
            .at("02:24:59.900")
            .runs(runs(702, command))
            .at("02:25:00")
            .kill(systemd(), 281, signal)
            .reaching(281, "java")
            .says(
                APPD,
                new UnitChanged.ClientSignal(signal, OptionalInt.of(281), Optional.of("java")))
            .at("02:25:00.100")
            .killed(APPD, signal));
  }

  @Nested
  class IsWhoeverAskedForTheUnit {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "systemctl stop appd",
          "systemctl stop billing appd.service web",
          "systemctl --no-block stop appd",
          "systemctl stop --job-mode replace appd",
          "systemctl stop app*",
          "systemctl stop app[a-f].service",
          "systemctl restart appd",
          "systemctl try-restart appd.service",
          "systemctl reload-or-restart appd",
          "systemctl disable --now appd",
          "sudo -u root systemctl stop appd",
          "sudo LANG=C systemctl stop appd",
          "sh -c cd / && systemctl stop appd",
          "bash -lc if true; then systemctl restart appd; fi",
          "su - root -c systemctl stop appd",
          "timeout 30 systemctl stop appd",
          "nohup systemctl stop appd",
          "service appd stop",
          "sh /usr/sbin/service appd restart",
          "sh /etc/init.d/appd stop",
          "invoke-rc.d --quiet appd force-reload",
          "perl -w /usr/bin/deb-systemd-invoke restart appd.service"
        })
    void inAnyOfTheWordsForIt(String command) {
      assertThat(stoppedAfter(command).requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.pid()).hasValue(702);
                assertThat(asked.auid()).hasValue(1000);
                assertThat(asked.confidence()).isEqualTo(Confidence.LIKELY);
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "systemctl status appd",
          "systemctl start appd",
          "systemctl reload appd",
          "systemctl kill appd",
          "systemctl disable appd",
          "systemctl stop billing",
          "systemctl stop appd-web",
          "systemctl stop appd.socket",
          "systemctl stop app",
          "systemctl stop appd@*",
          "systemctl --user stop appd",
          "systemctl -H web02 stop appd",
          "systemctl --machine=box stop appd",
          "systemctl --signal stop status appd",
          "ssh web02 systemctl stop appd",
          "echo systemctl stop appd",
          "grep systemctl stop appd",
          "service appd status",
          "service stop appd",
          "vi /etc/init.d/appd stop",
          "sh -c systemctl status appd; systemctl stop billing"
        })
    void butNotInOtherWords(String command) {
      assertThat(stoppedAfter(command).requester()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "systemctl stop worker@2",
          "systemctl stop worker@*",
          "systemctl stop worker@?.service",
          "systemctl restart worker@1.service worker@2.service"
        })
    void byTheNameOfAnInstance(String command) {
      Case told =
          theCase(
              day()
                  .starts(WORKER)
                  .at("02:22:00")
                  .sees(process(290, "worker", "/usr/bin/worker").unit(WORKER))
                  .at("02:24:59.900")
                  .runs(runs(702, command))
                  .at("02:25:00")
                  .stops(WORKER, 290, "worker")
                  .at("02:25:01")
                  .exited(WORKER, 143));

      assertThat(told.requester().orElseThrow().pid()).hasValue(702);
    }

    @Test
    void ofARestartWhoeverAskedForThat() {
      assertThat(restartedAfter("systemctl restart appd").requester()).isPresent();
      assertThat(restartedAfter("systemctl stop appd").requester()).isEmpty();
    }

    @Test
    void ofAKillWhoeverAskedForThatSignal() {
      assertThat(killedAfter("systemctl kill appd", TERM).requester()).isPresent();
      assertThat(killedAfter("systemctl kill -s KILL appd", KILL).requester()).isPresent();
      assertThat(killedAfter("systemctl kill --signal=9 appd", KILL).requester()).isPresent();
      assertThat(killedAfter("systemctl kill appd", KILL).requester()).isEmpty();
      assertThat(killedAfter("systemctl kill -s HUP appd", TERM).requester()).isEmpty();
      assertThat(killedAfter("systemctl stop appd", TERM).requester()).isEmpty();
    }

    @Test
    void ofAStopThatTookTooLongToo() {
      Case told =
          theCase(
              dayWithSnapshot()
                  .at("02:24:59.900")
                  .runs(runs(702, "systemctl stop appd"))
                  .at("02:25:00")
                  .stops(APPD, 281, "java")
                  .at("02:25:05")
                  .says(
                      APPD,
                      new UnitChanged.TimedOut(
                          "stop-sigterm", Optional.of("Killing"), Optional.empty()))
                  .kill(systemd(), 281, KILL)
                  .reaching(281, "java")
                  .ends(APPD, Witness.MANAGER_MAIN, How.KILLED, KILL, "timeout"));

      assertThat(told.cause()).isEqualTo(Cause.STOP_TIMEOUT);
      assertThat(told.requester().orElseThrow().pid()).hasValue(702);
      assertThat(told.evidence())
          .anySatisfy(item -> assertThat(item.says()).contains("systemctl stop appd"));
    }
  }

  @Nested
  class OfSeveral {
    @Test
    void theNearestCounts() {
      Case told =
          theCase(
              stop(
                  dayWithSnapshot()
                      .at("02:24:50")
                      .runs(runs(701, "systemctl restart appd"))
                      .at("02:24:59.900")
                      .runs(runs(702, "systemctl stop appd"))
                      .runs(runs(703, "systemctl stop billing"))));

      assertThat(told.requester().orElseThrow().pid()).hasValue(702);
    }

    @Test
    void noneCountsThatWasObeyedBefore() {
      Case told =
          theCase(
              stop(
                  day()
                      .at("02:24:50")
                      .runs(runs(701, "systemctl restart appd"))
                      .says(APPD, new UnitChanged.Stopping(Optional.of("restart")))
                      .at("02:24:51")
                      .stopped(APPD)
                      .starts(APPD)));

      assertThat(told.requester()).isEmpty();
    }

    @Test
    void oneOfLongAgoIsPossibleOnly() {
      Case told =
          theCase(stop(dayWithSnapshot().at("02:24:15").runs(runs(702, "systemctl stop appd"))));

      assertThat(told.requester().orElseThrow().confidence()).isEqualTo(Confidence.POSSIBLE);
    }
  }

  @Nested
  class ByWayOfAnotherUnit {
    private static final Who ASKED = runs(702, "systemctl stop database");

    private final Story story = dayWithSnapshot().starts("database.service");

    @Test
    void isPossibleWhereBothJobsBeganTogether() {
      Case told =
          theCase(
              stop(
                  story
                      .at("02:24:59.900")
                      .runs(ASKED)
                      .at("02:25:00")
                      .says("database.service", new UnitChanged.Stopping(Optional.of("stop")))));

      assertThat(told.requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.pid()).hasValue(702);
                assertThat(asked.confidence()).isEqualTo(Confidence.POSSIBLE);
              });
    }

    @Test
    void isNobodyWhereTheyDidNot() {
      Case told =
          theCase(
              stop(
                  story
                      .at("02:24:55")
                      .runs(ASKED)
                      .says("database.service", new UnitChanged.Stopping(Optional.of("stop")))));

      assertThat(told.requester()).isEmpty();
    }

    @Test
    void isPossibleWhereATargetWasIsolated() {
      Case told = stoppedAfter("systemctl isolate rescue.target");

      assertThat(told.requester().orElseThrow().confidence()).isEqualTo(Confidence.POSSIBLE);
    }
  }

  @Nested
  class ByWayOfATool {
    @Test
    void thePersonAndTheToolAreNamed() {
      Who apt =
          process(650, "apt-get", "/usr/bin/apt-get").parent(640).command("apt-get -y upgrade");
      Who dpkg = process(660, "dpkg", "/usr/bin/dpkg").parent(650).command("dpkg --configure -a");
      Who systemctl =
          process(702, "systemctl", "/usr/bin/systemctl")
              .parent(660)
              .login(1000, 3)
              .at("pts0")
              .command("systemctl restart appd.service");

      Case told =
          theCase(
              stop(
                  dayWithSnapshot()
                      .at("02:24:50")
                      .runs(apt)
                      .runs(dpkg)
                      .at("02:24:59.900")
                      .runs(systemctl)));

      Party asked = told.requester().orElseThrow();
      assertThat(asked.chain()).startsWith("dpkg[660]", "apt-get[650]");
      assertThat(told.summary())
          .contains("login uid 1000 on pts0, session 3 by way of dpkg[660], apt-get[650]");
    }

    @Test
    void ansiblesModulesAreKnownByTheirScripts() {
      Who module =
          process(660, "python3", "/usr/bin/python3.11")
              .parent(650)
              .command("/usr/bin/python3 /home/ops/.ansible/tmp/x/AnsiballZ_systemd.py");

      Case told =
          theCase(
              stop(
                  dayWithSnapshot()
                      .at("02:24:58")
                      .runs(module)
                      .runs(runs(702, "systemctl stop appd").parent(660))));

      assertThat(told.summary()).contains("by way of ansible[660]");
    }
  }

  @Nested
  class OfAShutdown {
    private Case stoppedAtShutdownAfter(String command) {
      return theCase(
          stop(
              dayWithSnapshot()
                  .at("02:24:58")
                  .runs(runs(702, command))
                  .at("02:24:59")
                  .sign(BootSeen.Sign.SHUTDOWN_BEGUN, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "systemctl reboot",
          "sudo reboot",
          "systemctl --force poweroff",
          "shutdown -r now",
          "sh -c sync; /sbin/poweroff",
          "telinit 6"
        })
    void isWhoeverAskedForIt(String command) {
      Case told = stoppedAtShutdownAfter(command);

      assertThat(told.cause()).isEqualTo(Cause.SHUTDOWN);
      assertThat(told.requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.pid()).hasValue(702);
                assertThat(asked.confidence()).isEqualTo(Confidence.LIKELY);
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "shutdown -c",
          "systemctl stop appd",
          "ssh web02 reboot",
          "telinit q",
          "reboot --help",
          "echo reboot"
        })
    void isNobodyElse(String command) {
      assertThat(stoppedAtShutdownAfter(command).requester()).isEmpty();
    }
  }

  @Nested
  class ByTheManagersOwnRecord {
    private static final Actor LOGROTATE =
        new Actor(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new UserId(0, Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.of("system_u:system_r:logrotate_t:s0"));

    private final Story story = dayWithSnapshot().at("02:24:59.990");

    private Case stoppedUpon(String unit, String verb) {
      return theCase(stop(story.auditSays(unit, new UnitChanged.Requested(verb, LOGROTATE))));
    }

    @Test
    void theClientIsNamedAsFarAsItTells() {
      Case told = stoppedUpon(APPD, "stop");

      assertThat(told.cause()).isEqualTo(Cause.UNIT_STOP);
      assertThat(told.requester())
          .hasValueSatisfying(
              asked -> {
                assertThat(asked.pid()).isEmpty();
                assertThat(asked.uid()).hasValue(0);
                assertThat(asked.confidence()).isEqualTo(Confidence.LIKELY);
              });
    }

    @Test
    void nobodyIsNamedForAnotherUnit() {
      assertThat(stoppedUpon("billing.service", "stop").requester()).isEmpty();
    }

    @Test
    void nobodyIsNamedForAnotherDeed() {
      assertThat(stoppedUpon(APPD, "kill").requester()).isEmpty();
    }

    @Test
    void aCommandThatWasRunTellsMore() {
      Case told =
          theCase(
              stop(
                  story
                      .runs(runs(702, "systemctl stop appd"))
                      .auditSays(APPD, new UnitChanged.Requested("stop", LOGROTATE))));

      assertThat(told.requester().orElseThrow().pid()).hasValue(702);
    }
  }

  @Nested
  class WhenNobodyIsFound {
    @Test
    void theRuleIsNamedThatWouldHaveShownThem() {
      Case told = theCase(stop(dayWithSnapshot()));

      assertThat(told.requester()).isEmpty();
      assertThat(told.advice())
          .anySatisfy(
              text -> assertThat(text).contains("-S execve,execveat -F key=exec", "USER_CMD"));
    }

    @Test
    void ofAKillItIsNamedToo() {
      Case told = killedAfter("true x", TERM);

      assertThat(told.advice())
          .anySatisfy(
              text -> assertThat(text).contains("-S execve,execveat -F key=exec", "USER_CMD"));
    }
  }
}
