package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the samples must tell, in words: a golden file says what is printed, not why. */
class StoryTest {
  private static Told told(String sample) throws IOException {
    return Told.of(new Sample(sample));
  }

  /** The printed report, with line breaks and runs of blanks as one blank. */
  private static String text(String sample) throws IOException {
    return new Sample(sample).analyze().out().replaceAll("\\s+", " ");
  }

  @Nested
  class StalePidFiles {
    @Test
    void suddenDeathIsAThreadHitOutOfAFileThatOutlivedAReboot() throws IOException {
      Told death = told("sudden-death").caseOf("stale-pid-file");
      assertThat(death.at("flags")).isEqualTo("[stale-pid-file-collision, unexpected-143]");
      assertThat(death.at("confidence")).isEqualTo("proven");
      assertThat(death.at("expected")).isEqualTo("false");
      assertThat(death.at("victim.pid")).isEqualTo("281");
      assertThat(death.at("victim.comm")).isEqualTo("java");
      assertThat(death.at("victim.unit")).isEqualTo("appd.service");
      assertThat(death.at("sender.pid")).isEqualTo("456");
      assertThat(death.at("sender.comm")).isEqualTo("helperd");
      assertThat(death.at("sender.exe")).isEqualTo("/usr/bin/python3.11");
      assertThat(death.at("sender.unit")).isEqualTo("helperd.service");
      assertThat(death.at("signal.name")).isEqualTo("SIGTERM");
      assertThat(death.at("target.addressed")).isEqualTo("thread");
      assertThat(death.at("target.number")).isEqualTo("350");
      assertThat(death.at("pid_file.path")).isEqualTo("/var/lib/helperd/helperd.pid");
      assertThat(death.at("pid_file.number")).isEqualTo("350");
      assertThat(death.at("pid_file.matched")).isEqualTo("thread");
      assertThat(death.at("exit.how")).isEqualTo("exited");
      assertThat(death.at("exit.status")).isEqualTo("143");
      assertThat(death.at("advice")).contains("should not use a PID file").contains("$MAINPID");
    }

    @Test
    void suddenDeathIsTheOnlyCaseAndItsProbeIsEvidence() throws IOException {
      Told report = told("sudden-death");
      assertThat(report.list("cases")).hasSize(1);
      assertThat(report.caseOf("stale-pid-file").at("evidence"))
          .contains("audit:1795227736.856:67")
          .contains("audit:1795227736.868:68")
          .contains("pool-46-worker");
    }

    @Test
    void suddenDeathGivesTheOdds() throws IOException {
      assertThat(text("sudden-death")).contains("in 1 of 1 boots seen");
    }

    @Test
    void recycledPidIsTheVictimsOwnNumber() throws IOException {
      Told death = told("recycled-pid").caseOf("stale-pid-file");
      assertThat(death.at("flags")).isEqualTo("[stale-pid-file-collision, unexpected-143]");
      assertThat(death.at("confidence")).isEqualTo("proven");
      assertThat(death.at("victim.pid")).isEqualTo("353");
      assertThat(death.at("sender.comm")).isEqualTo("syncagent");
      assertThat(death.at("target.addressed")).isEqualTo("process");
      assertThat(death.at("pid_file.path")).isEqualTo("/var/lib/syncagent/syncagent.pid");
      assertThat(death.at("pid_file.matched")).isEqualTo("process");
    }

    @Test
    void rightPidFileIsNoFinding() throws IOException {
      Told report = told("right-pid-file");
      Told death = report.caseOf("valid-pid-file");
      assertThat(report.at("summary.flagged")).isEqualTo("0");
      assertThat(death.at("expected")).isEqualTo("true");
      assertThat(death.at("victim.pid")).isEqualTo("655");
      assertThat(death.at("pid_file.path")).isEqualTo("/run/cached/cached.pid");
      assertThat(death.at("sender.pid")).isEqualTo("659");
    }
  }

  @Nested
  class People {
    @Test
    void systemctlStopNamesThePersonBehindTheManager() throws IOException {
      Told report = told("systemctl-stop");
      Told stop =
          report.list("cases").stream()
              .filter(each -> each.at("victim.unit").equals("queue-runner.service"))
              .findFirst()
              .orElseThrow();
      assertThat(stop.at("cause")).isEqualTo("unit-stop");
      assertThat(stop.at("expected")).isEqualTo("true");
      assertThat(stop.at("sender.pid")).isEqualTo("1");
      assertThat(stop.at("requester.auid")).isEqualTo("1000");
      assertThat(stop.at("requester.session")).isEqualTo("6");
      assertThat(report.at("summary.flagged")).isEqualTo("0");
    }

    @Test
    void userKillNamesSessionAndTerminal() throws IOException {
      Told death = told("user-kill").caseOf("user");
      assertThat(death.at("flags")).isEqualTo("[unexpected-143]");
      assertThat(death.at("victim.pid")).isEqualTo("552");
      assertThat(death.at("victim.unit")).isEqualTo("queue-runner-alice.service");
      assertThat(death.at("sender.pid")).isEqualTo("570");
      assertThat(death.at("sender.comm")).isEqualTo("bash");
      assertThat(death.at("sender.auid")).isEqualTo("1000");
      assertThat(death.at("sender.tty")).isEqualTo("pts0");
      assertThat(death.at("sender.session")).isEqualTo("1");
    }
  }

  @Nested
  class Gaps {
    @Test
    void lostMessagesLeaveOpenWhatTheSameExitWithoutLossTells() throws IOException {
      assertThat(told("exit-143-without-signal").caseOf("own-exit").at("confidence"))
          .isEqualTo("likely");
      Told death = told("lost-messages").caseOf("unknown");
      assertThat(death.at("confidence")).isEqualTo("possible");
      assertThat(death.at("victim.unit")).isEqualTo("invoice-batch.service");
      assertThat(death.at("alternatives")).contains("the kernel lost").contains("own-exit");
      assertThat(text("lost-messages"))
          .contains("rate limit exceeded")
          .contains("a case: invoice-batch.service");
    }
  }

  @Nested
  class Acts {
    @Test
    void groupKillIsOneCaseWithFiveVictims() throws IOException {
      Told report = told("group-kill");
      assertThat(report.list("cases")).hasSize(1);
      Told act = report.list("cases").getFirst();
      assertThat(act.list("victims").stream().map(victim -> victim.at("pid")).toList())
          .containsExactlyInAnyOrder("618", "619", "620", "621", "622");
      assertThat(act.at("sender.pid")).isEqualTo("623");
      assertThat(act.at("target.addressed")).isEqualTo("group");
      assertThat(act.at("target.number")).isEqualTo("-618");
    }

    @Test
    void killingServicesIsAClientsRequestAndNoStop() throws IOException {
      Told report = told("killing-services");
      Told death = report.caseOf("manager-kill");
      assertThat(death.at("expected")).isEqualTo("true");
      assertThat(death.at("victim.unit")).isEqualTo("queue-runner.service");
      assertThat(death.at("victim.pid")).isEqualTo("638");
      assertThat(death.at("signal.name")).as("it lived on after SIGHUP").isEqualTo("SIGTERM");
      assertThat(death.at("sender.pid")).isEqualTo("1");
      assertThat(report.at("summary.flagged")).isEqualTo("0");
    }
  }

  @Nested
  class OwnExits {
    @Test
    void exit143WithoutSignalIsFlaggedButOnlyLikely() throws IOException {
      Told exit = told("exit-143-without-signal").caseOf("own-exit");
      assertThat(exit.at("flags")).isEqualTo("[unexpected-143]");
      assertThat(exit.at("confidence")).isEqualTo("likely");
      assertThat(exit.at("victim.unit")).isEqualTo("invoice-batch.service");
      assertThat(exit.at("sender")).isEqualTo("null");
      assertThat(exit.at("alternatives")).contains("kernel");
    }

    @Test
    void failingStartIsNo143() throws IOException {
      Told exit = told("failing-start").caseOf("own-exit");
      assertThat(exit.at("flags")).isEqualTo("[]");
      assertThat(exit.at("host")).isEqualTo("gorp");
      assertThat(exit.at("time")).startsWith("2017-08-30T14:56:07");
      assertThat(exit.at("victim.unit")).isEqualTo("sendmail.service");
      assertThat(exit.at("exit.status")).isEqualTo("71");
      assertThat(exit.at("signal")).isEqualTo("null");
    }
  }

  @Nested
  class StopTimeouts {
    private Told of(String unit) throws IOException {
      return told("stop-timeouts").list("cases").stream()
          .filter(each -> each.at("victim.unit").equals(unit))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void sayTheLimitThatRanOut() throws IOException {
      List<Told> cases = told("stop-timeouts").list("cases");
      assertThat(cases.stream().map(each -> each.at("cause")))
          .containsExactly("stop-timeout", "stop-timeout", "stop-timeout", "stop-timeout");
      assertThat(cases.stream().map(each -> each.at("limit.setting")))
          .containsOnly("TimeoutStopSec");
      assertThat(cases.stream().map(each -> each.at("limit.seconds")))
          .containsExactly("90", "5", "5", "3");
    }

    @Test
    void anOrderlyStopIsNoCase() throws IOException {
      assertThat(told("stop-timeouts").list("cases").toString()).doesNotContain("test1");
    }

    @Test
    void tellWhichPartsWereCutOff() throws IOException {
      assertThat(of("test2.service").at("evidence"))
          .contains("stopping timed out")
          .contains("stop-post timed out");
      assertThat(of("test4.service").at("evidence"))
          .contains("stopping timed out")
          .doesNotContain("stop-post timed out");
    }

    @Test
    void endWithSigkillWhereSigtermWasIgnored() throws IOException {
      Told killed = of("test5.service");
      assertThat(killed.at("exit.how")).isEqualTo("killed");
      assertThat(killed.at("exit.status")).isEqualTo("9");
    }
  }

  @Nested
  class TheArticleLine {
    @Test
    void isReadAsWhatItIs() throws IOException {
      Told report = told("article-one-line");
      assertThat(report.at("hosts")).isEqualTo("[arch]");
      assertThat(report.at("summary.signals.by_signal.SIGTERM")).isEqualTo("1");
      assertThat(report.at("summary.signals.by_sender")).contains("/root/bla");
    }
  }
}
