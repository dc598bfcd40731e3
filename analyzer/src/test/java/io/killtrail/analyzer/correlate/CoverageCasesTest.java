package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.ingest.fact.BootSeen.Sign;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import io.killtrail.ingest.fact.EvidenceGap.Problem;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is not covered is said, and takes from the verdicts of that time. */
class CoverageCasesTest {
  private static final String LOG = "/logs/audit.log";
  private static final String OTHER = "/logs/audit.log.1";

  private static List<String> dated(Story story) {
    return story.findings().coverage().stream()
        .filter(row -> row.from().isPresent())
        .map(CoverageProblem::problem)
        .toList();
  }

  private static List<String> whole(Story story) {
    return story.findings().coverage().stream()
        .filter(row -> row.from().isEmpty())
        .map(CoverageProblem::problem)
        .toList();
  }

  /** Serials begin at 02:00:00, one a second, so that 1500 is of 02:25:00. */
  private static Story serials(String input, SourceForm form, long... pairs) {
    return dayWithSnapshot().at("02:00:00").hasSerials(input, form, pairs);
  }

  @Nested
  class Serials {
    @Test
    void missingAmongNearlyAllWereLost() {
      assertThat(dated(serials(LOG, SourceForm.AUDIT_RAW, 1, 1499, 1503, 3000)))
          .containsExactly("3 audit events missing, serials 1500 to 1502");
    }

    @Test
    void missingBetweenLongStretchesWereLostHoweverMany() {
      assertThat(dated(serials(LOG, SourceForm.AUDIT_RAW, 1, 400, 900, 1500, 2000, 3000)))
          .containsExactly(
              "499 audit events missing, serials 401 to 899",
              "499 audit events missing, serials 1501 to 1999");
    }

    @Test
    void ofAnExtractWithABurstAreNotMissing() {
      assertThat(dated(serials(LOG, SourceForm.AUDIT_RAW, 1, 3, 50, 52, 90, 91, 1000, 1300)))
          .isEmpty();
    }

    @Test
    void thatAnotherSourceHasAreNotMissing() {
      assertThat(
              dated(
                  serials(LOG, SourceForm.AUDIT_RAW, 1, 1499, 1503, 3000)
                      .at("02:00:00")
                      .hasSerials("/logs/j", SourceForm.JOURNAL_JSON, 1490, 1502)))
          .isEmpty();
    }

    @Test
    void ofSeveralFilesArePutTogetherWhereverTheyAreCut() {
      for (long cut : new long[] {700, 1499, 1503, 2000}) {
        long[] older = cut < 1500 ? new long[] {1, cut} : new long[] {1, 1499, 1503, cut};
        long[] newer =
            cut < 1499 ? new long[] {cut + 1, 1499, 1503, 3000} : new long[] {cut + 1, 3000};
        if (cut == 1499) {
          newer = new long[] {1503, 3000};
        }
        Story inOrder =
            serials(OTHER, SourceForm.AUDIT_RAW, older)
                .at("02:00:00")
                .hasSerials(LOG, SourceForm.AUDIT_RAW, newer);
        Story backwards =
            serials(LOG, SourceForm.AUDIT_RAW, newer)
                .at("02:00:00")
                .hasSerials(OTHER, SourceForm.AUDIT_RAW, older);
        assertThat(dated(inOrder))
            .as("cut after %d", cut)
            .containsExactly("3 audit events missing, serials 1500 to 1502")
            .isEqualTo(dated(backwards));
      }
    }

    @Test
    void ofAnExtractAreNotMissing() {
      Story extract = serials(LOG, SourceForm.AUDIT_RAW, 10, 12, 400, 401, 999, 999);
      assertThat(dated(extract)).isEmpty();
      assertThat(whole(extract))
          .anySatisfy(row -> assertThat(row).contains("6 of 990 audit serials"));
    }

    @Test
    void ofAnExtractAreNotWorthAWordWhereOthersHaveThem() {
      Story extract = serials(LOG, SourceForm.KERNEL_PRINTK, 10, 12, 400, 401, 1002, 1002);
      assertThat(whole(extract)).anyMatch(row -> row.contains("audit serials"));

      Story both = extract.hasSerials(OTHER, SourceForm.AUDIT_RAW, 11, 1001);
      assertThat(whole(both)).noneMatch(row -> row.contains("audit serials"));
    }

    @Test
    void thatWrapAreNotMissing() {
      long end = 0xffff_ffffL;
      Story story = dayWithSnapshot();
      story.at("02:00:00").add(wrapping(end));
      assertThat(dated(story)).isEmpty();
    }

    private static SerialsSeen wrapping(long end) {
      Story other = new Story("web01").at("02:00:00");
      other.hasSerials(LOG, SourceForm.AUDIT_RAW, 1, 1);
      var provenance = other.facts().getFirst().provenance();
      return new SerialsSeen(
          provenance,
          List.of(
              new SerialsSeen.Run(0, 99, 100, Story.time("02:25:01"), Story.time("02:30:00")),
              new SerialsSeen.Run(
                  end - 99, end, 100, Story.time("02:20:00"), Story.time("02:25:00"))));
    }
  }

  @Nested
  class Cases {
    private Case exit143(Story story) {
      return Scenes.theCase(story.at("02:25:00").exited(APPD, 143));
    }

    @Test
    void withoutASignalAreUndecidedWhereRecordsAreMissing() {
      Case told = exit143(serials(LOG, SourceForm.AUDIT_RAW, 1, 1498, 1502, 3000));
      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.confidence()).isEqualTo(Confidence.POSSIBLE);
      assertThat(told.alternatives())
          .extracting(Alternative::whyNot)
          .anySatisfy(why -> assertThat(why).contains("serials 1499 to 1501"));
      assertThat(told.advice()).anySatisfy(text -> assertThat(text).contains("backlog"));
    }

    @Test
    void atOtherTimesAreNotTouched() {
      Case told = exit143(serials(LOG, SourceForm.AUDIT_RAW, 1, 1000, 1004, 3000));
      assertThat(told.cause()).isEqualTo(Cause.OWN_EXIT);
    }

    @Test
    void withASignalStandButLessSure() {
      Case told =
          Scenes.theCase(
              serials(LOG, SourceForm.AUDIT_RAW, 1, 1498, 1502, 3000)
                  .at("02:24:59.950")
                  .kill(MONITOR, 281, TERM)
                  .reaching(281, "java")
                  .at("02:25:00")
                  .exited(APPD, 143));
      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.alternatives())
          .extracting(Alternative::whyNot)
          .anySatisfy(why -> assertThat(why).contains("another signal may be unknown"));
    }

    @Test
    void ofAClientsKillStandButLessSure() {
      Case told =
          Scenes.theCase(
              serials(LOG, SourceForm.AUDIT_RAW, 1, 1498, 1502, 3000)
                  .at("02:24:59.950")
                  .kill(Who.systemd(), 281, TERM)
                  .reaching(281, "java")
                  .says(
                      APPD,
                      new UnitChanged.ClientSignal(TERM, OptionalInt.of(281), Optional.of("java")))
                  .at("02:25:00")
                  .exited(APPD, 143));
      assertThat(told.cause()).isEqualTo(Cause.MANAGER_KILL);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(told.alternatives())
          .extracting(Alternative::whyNot)
          .anySatisfy(why -> assertThat(why).contains("another signal may be unknown"));
    }

    @Test
    void areNamedWhereTheGapIsTold() {
      HostFindings findings =
          serials(LOG, SourceForm.AUDIT_RAW, 1, 1498, 1502, 3000)
              .at("02:25:00")
              .exited(APPD, 143)
              .findings();
      assertThat(findings.coverage())
          .anySatisfy(row -> assertThat(row.affects()).endsWith("; a case: " + APPD));
    }

    @Test
    void areUndecidedWhileAuditingIsOff() {
      Case told =
          exit143(
              dayWithSnapshot()
                  .at("02:24:50")
                  .configures(new Setting("audit_enabled", 0, OptionalLong.of(1))));
      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.advice()).anySatisfy(text -> assertThat(text).contains("auditctl -e 1"));
    }

    @Test
    void areUndecidedWhileTheRulesAreRemoved() {
      Case told =
          exit143(
              dayWithSnapshot()
                  .at("02:20:10")
                  .configures(new RuleChanged(true, Optional.of("kill")))
                  .at("02:24:50")
                  .configures(new RuleChanged(false, Optional.of("kill"))));
      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.alternatives())
          .extracting(Alternative::whyNot)
          .anySatisfy(why -> assertThat(why).contains("were removed"));
    }

    @Test
    void areUndecidedWhereTheRulesGivenLeaveACallOut() {
      Case told = exit143(dayWithSnapshot().lists(rule(1, true, "b64", "kill")));
      assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(told.alternatives())
          .extracting(Alternative::whyNot)
          .anySatisfy(why -> assertThat(why).contains("pidfd_send_signal"));
    }
  }

  @Nested
  class Confessions {
    @Test
    void ofTheKernelAreOneRow() {
      assertThat(
              dated(
                  dayWithSnapshot()
                      .at("02:30:00")
                      .loses(Problem.AUDIT_LOST, 3, "audit: audit_lost=3 audit_rate_limit=5")
                      .at("02:30:00.001")
                      .loses(Problem.AUDIT_LOST, 0, "audit: rate limit exceeded")
                      .at("02:30:20")
                      .loses(Problem.AUDIT_LOST, 9, "audit: audit_lost=9 audit_rate_limit=5")))
          .containsExactly("the kernel lost at least 9 audit records: rate limit exceeded");
    }

    @Test
    void ofAnOverflowingHoldQueueAreNoLossWhereEverySerialIsThere() {
      Story story =
          serials("/logs/dmesg", SourceForm.KERNEL_PRINTK, 1, 3000)
              .at("02:30:00")
              .loses(Problem.AUDIT_LOST, 3, "audit: audit_lost=3 audit_rate_limit=0")
              .at("02:30:00.001")
              .loses(Problem.AUDIT_LOST, 0, "audit: kauditd hold queue overflow");
      assertThat(dated(story)).isEmpty();
    }

    @Test
    void aboutAHoleGiveItsReason() {
      Story story =
          serials(LOG, SourceForm.AUDIT_RAW, 1, 1499, 1503, 3000)
              .at("02:25:00")
              .loses(Problem.AUDIT_LOST, 1, "audit: audit_lost=1 audit_rate_limit=5")
              .at("02:25:00.001")
              .loses(Problem.AUDIT_LOST, 0, "audit: rate limit exceeded");
      assertThat(dated(story))
          .containsExactly("3 audit events missing, serials 1500 to 1502 (rate limit exceeded)");
    }
  }

  @Nested
  class Auditd {
    private Story down(long... pairs) {
      return serials(LOG, SourceForm.AUDIT_RAW, pairs)
          .at("02:24:50")
          .sign(Sign.AUDITD_END, Optional.empty())
          .at("02:25:10")
          .sign(Sign.AUDITD_START, Optional.empty());
    }

    @Test
    void losesNothingWhileItIsDownIfTheKernelHoldsTheRecords() {
      assertThat(dated(down(1, 3000))).isEmpty();
    }

    @Test
    void losesWhatNobodyHeld() {
      assertThat(dated(down(1, 1495, 1505, 3000)))
          .containsExactlyInAnyOrder(
              "9 audit events missing, serials 1496 to 1504", "auditd was not running");
    }

    @Test
    void thatNeverSaysItsEndDiedOrTheHostDid() {
      Story story =
          dayWithSnapshot()
              .at("02:24:50")
              .sign(Sign.AUDITD_START, Optional.empty())
              .at("02:40:00")
              .boots("b3")
              .at("02:40:10")
              .starts(APPD)
              .sign(Sign.AUDITD_START, Optional.empty());
      assertThat(dated(story)).anySatisfy(row -> assertThat(row).contains("ended without a word"));
    }
  }

  @Nested
  class Rules {
    @Test
    void thatNameAllCallsForBothWidthsLeaveNothingOut() {
      String[] all = {
        "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"
      };
      assertThat(
              whole(
                  dayWithSnapshot()
                      .lists(rule(1, true, "b64", all))
                      .lists(rule(2, true, "b32", all))))
          .noneMatch(row -> row.contains("audit rules"));
    }

    @Test
    void ofKillAloneAreBlindToTheOthers() {
      assertThat(whole(dayWithSnapshot().lists(rule(1, true, "b64", "kill"))))
          .anySatisfy(row -> assertThat(row).contains("pidfd_send_signal").contains("arch=b64"))
          .anySatisfy(row -> assertThat(row).contains("none of the calls").contains("arch=b32"));
    }

    @Test
    void thatComeAfterANeverDoNotCount() {
      assertThat(
              whole(
                  dayWithSnapshot()
                      .lists(rule(1, false, "b64", "all"))
                      .lists(rule(2, true, "b64", "tkill"))))
          .anySatisfy(row -> assertThat(row).contains("tkill"));
    }

    @Test
    void againstEveryTaskSwitchAllOff() {
      RuleListed never =
          new RuleListed(
              1, "task", false, Optional.empty(), List.of("all"), List.of(), Optional.empty());
      assertThat(whole(dayWithSnapshot().lists(never)))
          .anySatisfy(row -> assertThat(row).contains("never,task"));
    }
  }

  private static RuleListed rule(int line, boolean records, String arch, String... calls) {
    return new RuleListed(
        line, "exit", records, Optional.of(arch), List.of(calls), List.of(), Optional.of("kill"));
  }
}
