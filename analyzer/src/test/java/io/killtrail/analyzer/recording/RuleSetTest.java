package io.killtrail.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.rules.AuditRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final String CALLS =
      "kill,rt_sigqueueinfo,tkill,tgkill,rt_tgsigqueueinfo,pidfd_send_signal";

  private static RuleSet rules(String... lines) {
    AuditRules read = AuditRules.of(String.join("\n", lines));
    assertThat(read.odd()).isEmpty();
    return RuleSet.ofRules(read.rules());
  }

  private static List<String> missing(RuleSet rules, Width width) {
    return Arrays.stream(SignalCall.values())
        .flatMap(call -> rules.missing(width, call).stream())
        .toList();
  }

  @Test
  void aRuleIsForOneTableOfCalls() {
    RuleSet rules = rules("-a always,exit -F arch=b64 -S " + CALLS + " -F key=kill");
    assertThat(missing(rules, Width.B64)).isEmpty();
    assertThat(missing(rules, Width.B32)).hasSize(6).contains("kill", "pidfd_send_signal");
  }

  @Test
  void probesAndFailuresMayBeLeftOutHoweverTheNumberIsWritten() {
    assertThat(
            missing(
                rules("-a always,exit -F arch=b64 -S " + CALLS + " -F a1!=0x0 -F success=1"),
                Width.B64))
        .isEmpty();
  }

  @Test
  void aConditionOnUsersLeavesDaemonsOut() {
    RuleSet rules =
        rules("-a always,exit -F arch=b64 -S kill -F auid>=1000 -F auid!=-1 -F key=users");
    assertThat(rules.missing(Width.B64, SignalCall.KILL))
        .contains("kill but where auid>=1000 and auid!=-1");
  }

  @Test
  void aNeverRuleBeforeTakesWhatFitsIt() {
    RuleSet rules =
        rules(
            "-a never,exit -F arch=b64 -S all -F exe=/usr/bin/helperd",
            "-a always,exit -F arch=b64 -S " + CALLS);
    assertThat(rules.missing(Width.B64, SignalCall.KILL))
        .contains("kill where exe=/usr/bin/helperd");
  }

  @Test
  void aNeverRuleBehindTakesNothing() {
    RuleSet rules =
        rules(
            "-a always,exit -F arch=b64 -S " + CALLS,
            "-a never,exit -F arch=b64 -S all -F exe=/usr/bin/helperd");
    assertThat(missing(rules, Width.B64)).isEmpty();
  }

  /** auditctl -l prints {@code -S all} for a watch that names an architecture. */
  @Test
  void aWatchRecordsNoSignals() {
    RuleSet rules = rules("-a always,exit -F arch=b64 -S all -F path=/run/x.pid -F perm=rwa");
    assertThat(missing(rules, Width.B64)).hasSize(6).doesNotContain("kill but where path=/run");
    assertThat(rules.missing(Width.B64, SignalCall.KILL)).contains("kill");
  }

  @Test
  void targetsAreRecordedOnlyWhereAnOldCallIsNamed() {
    assertThat(rules("-a always,exit -F arch=b64 -S pidfd_send_signal").recordsTargets()).isFalse();
    assertThat(rules("-a always,exit -F arch=b64 -S tgkill").recordsTargets()).isTrue();
    assertThat(rules("-a always,exit -F arch=b64 -S all").recordsTargets()).isTrue();
  }

  @Test
  void excludeRulesDropRecordsByNameOrNumber() {
    RuleSet rules =
        rules(
            "-a always,exclude -F msgtype=1318",
            "-a never,exclude -F msgtype=PROCTITLE",
            "-a always,exclude -F msgtype=CRYPTO_KEY_USER");
    assertThat(rules.dropped()).containsExactly("OBJ_PID", "PROCTITLE");
    assertThat(rules.blanket()).isEmpty();
  }

  @Test
  void theTaskListSwitchesEverythingOffInEitherOrderOfWords() {
    assertThat(rules("-a task,never").blanket()).isPresent();
    assertThat(rules("-a never,task").blanket()).isPresent();
    assertThat(rules("-a never,task -F auid=1000").blanket()).isEmpty();
  }

  @Test
  void statusOfAnExitMustBeTheOneThatIsAskedFor() {
    assertThat(
            rules("-a always,exit -F arch=b64 -S exit_group -F a0=0x8f").missingExit143(Width.B64))
        .isEmpty();
    assertThat(rules("-a always,exit -F arch=b64 -S exit_group -F a0=1").missingExit143(Width.B64))
        .isEqualTo(Optional.of("exit_group but where a0=1"));
  }
}
