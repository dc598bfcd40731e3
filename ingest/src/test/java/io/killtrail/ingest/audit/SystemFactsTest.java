package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.record;
import static io.killtrail.ingest.audit.AuditLog.syscall;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemFactsTest {
  private static final String STAMP = "1795228000.007:9";

  @Nested
  class Units {
    private UnitChanged unit(String type, String unit, String result) {
      String body = "pid=1 uid=0 auid=4294967295 ses=4294967295 msg='unit=" + unit;
      return AuditLog.readWithoutFinish(
              record(type, STAMP, body + " comm=\"systemd\" hostname=? res=" + result + "'"))
          .facts(UnitChanged.class)
          .getFirst();
    }

    @Test
    void startStopAndFail() {
      assertThat(unit("SERVICE_START", "cron", "success").change())
          .isEqualTo(new UnitChanged.Started());
      assertThat(unit("SERVICE_START", "cron", "failed").change())
          .isEqualTo(new UnitChanged.Failed(Optional.empty()));
      assertThat(unit("SERVICE_STOP", "cron", "success").change())
          .isEqualTo(new UnitChanged.Deactivated());
      assertThat(unit("SERVICE_STOP", "cron", "failed").change())
          .isEqualTo(new UnitChanged.Failed(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
      "cron,cron.service",
      "modprobe@efi_pstore,modprobe@efi_pstore.service",
      "a.b,a.b.service",
      "x.service,x.service",
      "user-0.slice,user-0.slice"
    })
    void getTheSuffixThatSystemdLeavesOut(String written, String unit) {
      assertThat(unit("SERVICE_STOP", written, "success").unit()).hasValue(unit);
    }
  }

  @Nested
  class ClientsOfTheManager {
    private List<UnitChanged> asked(String access, String function, String last) {
      return AuditLog.read(
              record(
                  "USER_AVC",
                  STAMP,
                  "pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0"
                      + " msg='avc:  "
                      + access
                      + " for auid=1000 uid=0 gid=0"
                      + " path=\"/usr/lib/systemd/system/x.service\" cmdline=\"systemctl stop x\""
                      + " function=\""
                      + function
                      + "\" scontext=system_u:system_r:logrotate_t:s0"
                      + " tcontext=system_u:object_r:x_unit_file_t:s0 tclass=service"
                      + last
                      + " exe=\"/usr/lib/systemd/systemd\" sauid=0 hostname=? addr=? terminal=?'"))
          .facts(UnitChanged.class);
    }

    @Test
    void areNamedWithWhatTheyAskedFor() {
      UnitChanged told =
          asked("denied  { stop }", "bus_unit_method_kill", " permissive=1").getFirst();

      assertThat(told.unit()).hasValue("x.service");
      assertThat(told.change())
          .isInstanceOfSatisfying(
              UnitChanged.Requested.class,
              request -> {
                assertThat(request.verb()).isEqualTo("kill");
                assertThat(request.client().auid().orElseThrow().number()).hasValue(1000);
                assertThat(request.client().command()).hasValue("systemctl stop x");
                assertThat(request.client().subject()).hasValue("system_u:system_r:logrotate_t:s0");
              });
    }

    @Test
    void areNamedWhereTheyWereGrantedIt() {
      assertThat(asked("granted  { stop }", "bus_unit_method_start_generic", ""))
          .extracting(UnitChanged::change)
          .allSatisfy(
              change -> assertThat(((UnitChanged.Requested) change).verb()).isEqualTo("stop"))
          .hasSize(1);
    }

    @Test
    void askedInVainWhereTheyWereRefused() {
      assertThat(asked("denied  { stop }", "bus_unit_method_kill", " permissive=0")).isEmpty();
    }

    @Test
    void areOfNoInterestWhereTheyOnlyLook() {
      assertThat(asked("granted  { status }", "method_get_unit", "")).isEmpty();
    }
  }

  @Nested
  class Users {
    @Test
    void ofSudoAreNamedWithTheirCommand() {
      String line =
          record(
              "USER_CMD",
              STAMP,
              "pid=953 uid=1000 auid=1000 ses=1 msg='cwd=\"/home/alice\" cmd=6B696C6C20373633"
                  + " exe=\"/usr/bin/sudo\" terminal=pts/0 res=success'\u001dUID=\"alice\"");
      ProcessSeen seen = AuditLog.read(line).facts(ProcessSeen.class).getFirst();
      assertThat(seen.by()).isEqualTo(ProcessSeen.By.USER_RECORD);
      assertThat(seen.process().command()).hasValue("kill 763");
      assertThat(seen.process().comm()).hasValue("sudo");
      assertThat(seen.process().tty()).hasValue("pts/0");
      assertThat(seen.process().session()).hasValue(1);
      assertThat(seen.process().uid().orElseThrow().name()).hasValue("alice");
    }

    @Test
    void whomSudoRefusedAreSeenButRanNothing() {
      String line =
          record(
              "USER_CMD",
              STAMP,
              "pid=953 uid=1000 auid=1000 ses=1 msg='cwd=\"/home/alice\" cmd=6B696C6C20373633"
                  + " exe=\"/usr/bin/sudo\" terminal=pts/0 res=failed'");
      ProcessSeen seen = AuditLog.read(line).facts(ProcessSeen.class).getFirst();
      assertThat(seen.process().command()).isEmpty();
    }
  }

  @Nested
  class Boots {
    @ParameterizedTest
    @CsvSource({"SYSTEM_BOOT,SYSTEM_BOOT", "SYSTEM_SHUTDOWN,SYSTEM_SHUTDOWN"})
    void areTold(String type, BootSeen.Sign sign) {
      BootSeen boot =
          AuditLog.read(record(type, STAMP, "pid=286 msg=' res=success'"))
              .facts(BootSeen.class)
              .getFirst();
      assertThat(boot.sign()).isEqualTo(sign);
    }
  }

  @Nested
  class Rules {
    private List<EvidenceGap> gaps(String body) {
      return AuditLog.read(record("CONFIG_CHANGE", STAMP, body)).facts(EvidenceGap.class);
    }

    private List<Configured> settings(String body) {
      return AuditLog.read(record("CONFIG_CHANGE", STAMP, body)).facts(Configured.class);
    }

    @ParameterizedTest
    @CsvSource({
      "auid=1 ses=1 op=add_rule key=\"kill\" list=4 res=1",
      "op=remove_rule key=\"kill\" list=4 res=1",
      "op=\"add rule\" key=\"kill\" list=4 res=1",
      "op=set audit_enabled=0 old=1 auid=1 res=1",
      "audit_backlog_limit=8192 old=64 res=1",
      "op=set audit_rate_limit=5 old=0 res=1"
    })
    void thatChangeAreSettings(String body) {
      assertThat(settings(body + "\u001dAUID=\"unset\"")).hasSize(1);
    }

    @Test
    void areKnownByTheirKey() {
      assertThat(settings("op=\"add rule\" key=\"kill\" list=4 res=1"))
          .extracting(Configured::item)
          .containsExactly(new Configured.RuleChanged(true, Optional.of("kill")));
      assertThat(settings("op=remove_rule key=(null) list=4 res=1"))
          .extracting(Configured::item)
          .containsExactly(new Configured.RuleChanged(false, Optional.empty()));
    }

    @Test
    void tellWhatASettingWasBefore() {
      assertThat(settings("op=set audit_enabled=0 old=1 auid=1 res=1"))
          .extracting(Configured::item)
          .containsExactly(new Configured.Setting("audit_enabled", 0, OptionalLong.of(1)));
    }

    @Test
    void areNotTouchedByOtherSettings() {
      assertThat(settings("op=set audit_pid=232 old=0 res=1")).isEmpty();
    }

    @Test
    void areNotTouchedByAttemptsThatFailed() {
      assertThat(settings("op=set audit_enabled=0 old=2 res=0")).isEmpty();
    }

    @Test
    void tellWhatWasLostWhenTheCounterIsSetBack() {
      EvidenceGap gap = gaps("op=set lost=0 old=17 res=1").getFirst();
      assertThat(gap.problem()).isEqualTo(EvidenceGap.Problem.AUDIT_LOST);
      assertThat(gap.lost()).hasValue(17);
    }
  }

  @Nested
  class PidFiles {
    private static final String DIRECTORY = "type=CWD msg=audit(" + STAMP + "): cwd=\"/run/x\"";

    private String path(String name, String kind) {
      return record("PATH", STAMP, "item=0 name=\"" + name + "\" inode=578 nametype=" + kind);
    }

    private CollectingSink read(int syscall, String arguments, String path) {
      return AuditLog.read(syscall(STAMP, syscall, arguments), DIRECTORY, path);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2   | a0=7f a1=0              | NORMAL | READ",
          "2   | a0=7f a1=241            | NORMAL | WRITTEN",
          "257 | a0=ffffff9c a1=7f a2=0  | NORMAL | READ",
          "257 | a0=ffffff9c a1=7f a2=2  | NORMAL | WRITTEN",
          "257 | a0=ffffff9c a1=7f a2=41 | CREATE | WRITTEN",
          "87  | a0=7f                   | DELETE | REMOVED",
          "82  | a0=7f a1=80             | DELETE | REMOVED"
        })
    void areReadWrittenAndRemoved(int syscall, String arguments, String kind, PidFileSeen.By by) {
      PidFileSeen seen =
          read(syscall, arguments, path("/run/x/x.pid", kind)).facts(PidFileSeen.class).getFirst();
      assertThat(seen.by()).isEqualTo(by);
      assertThat(seen.path()).isEqualTo("/run/x/x.pid");
      assertThat(seen.inode()).hasValue(578);
      assertThat(seen.number()).isEmpty();
      assertThat(seen.accessor().pid()).hasValue(456);
    }

    @Test
    void haveAbsolutePaths() {
      assertThat(
              read(87, "a0=7f", path("x.pid", "DELETE")).facts(PidFileSeen.class).getFirst().path())
          .isEqualTo("/run/x/x.pid");
    }

    @Test
    void areNotOtherFilesNorDirectoriesNorFailures() {
      assertThat(read(87, "a0=7f", path("x.lock", "DELETE")).facts(PidFileSeen.class)).isEmpty();
      assertThat(read(87, "a0=7f", path("x.pid", "PARENT")).facts(PidFileSeen.class)).isEmpty();
      String failed = syscall(STAMP, "c000003e", 87, "success=no exit=-2 a0=7f");
      assertThat(AuditLog.read(failed, path("x.pid", "DELETE")).facts()).isEmpty();
    }
  }

  @Test
  void factsOfOneEventAreNumbered() {
    CollectingSink sink =
        AuditLog.read(
            record("CONFIG_CHANGE", STAMP, "op=add_rule key=\"kill\" list=4 res=1"),
            syscall(STAMP, 44, "a0=3 a1=7f"));
    assertThat(sink.facts())
        .extracting(fact -> fact.provenance().id().text())
        .containsExactly("audit:" + STAMP, "audit:" + STAMP + "/1");
  }

  @Test
  void remarksAreNeitherRecordsNorRejected() {
    CollectingSink sink = AuditLog.read("# a remark", "", "----", "time->Thu May  8 15:01:40 2025");
    assertThat(sink.rejections()).isEmpty();
    assertThat(AuditLog.read("not a record").rejections()).hasSize(1);
  }
}
