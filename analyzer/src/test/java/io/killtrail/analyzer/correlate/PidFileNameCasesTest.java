package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a PID file is by its name, and which one a command line means. */
class PidFileNameCasesTest {
  private static final Who CTL = process(901, "ctl", "/usr/bin/ctl").parent(600);

  /** Probes and ends appd's java by its own number. */
  private static Case ended(Story story, Who sender) {
    return theCase(
        story
            .at("02:22:16.800")
            .kill(sender, 281, 0)
            .reaching(281, "java")
            .at("02:22:16.856")
            .kill(sender, 281, TERM)
            .reaching(281, "java")
            .at("02:22:17.300")
            .exited(APPD, 143));
  }

  @Nested
  class TheSendersName {
    @Test
    void inTheFilesNameOutranksTheVictimsInItsDirectorys() {
      Who helper = process(456, "helper", "/usr/bin/helper");

      Case told = ended(dayWithSnapshot().pidFile("/run/appd/helper.pid", 281, "02:20:01"), helper);

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
    }

    @Test
    void isNoneThatIsInEveryPath() {
      Who run = process(456, "run", "/opt/x/run");

      Case told = ended(dayWithSnapshot().pidFile("/run/other.pid", 281, "02:20:01"), run);

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void isNotThatOfALongerWord() {
      Who syslogd = process(456, "syslogd", "/sbin/syslogd");

      Case told = ended(dayWithSnapshot().pidFile("/run/rsyslogd.pid", 281, "02:20:01"), syslogd);

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void mayBeThatOfItsUnitsTemplate() {
      Who node = process(456, "node", "/usr/bin/node").unit("gate@2.service");

      Case told =
          ended(dayWithSnapshot().sees(node).pidFile("/run/gate.pid", 281, "02:20:01"), node);

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
    }
  }

  @Nested
  class AFileThatOnlyTheCommandLineNames {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "ctl --pidfile /run/appd.pid",
          "ctl --pid-file=/opt/appd/run/appd.lock",
          "ctl -p/run/appd.pid",
          "pkill -F appd.pid",
          "sh -c kill $(cat /run/appd/pid)",
          "sh -c kill `cat ./appd.pid`"
        })
    void isTheVictimsByItsName(String command) {
      Case told = ended(dayWithSnapshot(), CTL.command(command));

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/appd/helper.pid", "/run/appd-helper.pid"})
    void isNotTheVictimsWhereTheSendersNameIsCloser(String path) {
      String name = path.contains("appd-helper") ? "appd-helper" : "helper";
      Who helper = process(456, name, "/usr/bin/" + name).command(name + " --pidfile " + path);

      assertThat(ended(dayWithSnapshot(), helper).cause()).isNotEqualTo(Cause.VALID_PID_FILE);
    }
  }

  @Nested
  class ACommandLine {
    @Test
    void meansAFileByARelativePath() {
      Case told =
          ended(
              dayWithSnapshot().pidFile("/opt/appd/run/appd.pid", 281, "02:20:07"),
              CTL.command("ctl --pidfile run/appd.pid"));

      assertThat(told.cause()).isEqualTo(Cause.VALID_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.PROVEN);
      assertThat(told.pidFile().flatMap(PidFile::path)).contains("/opt/appd/run/appd.pid");
    }

    @Test
    void doesNotMeanAFileWhosePathIsPartOfAnother() {
      Case told =
          ended(
              dayWithSnapshot().pidFile("/run/zed.pid", 281, "02:20:01"),
              CTL.command("ctl /srv/run/zed.pid.old"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }
  }
}
