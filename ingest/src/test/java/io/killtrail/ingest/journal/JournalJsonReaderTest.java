package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.BootSeen.Sign;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalJsonReaderTest {
  private static final String BOOT = "EB0DDFCA0B1F4CB5A1638B9B362BE219";

  /** An entry with these fields besides the ones that every entry has. */
  private static String entry(int number, String fields) {
    long micros = 1_795_231_775_000_000L + number * 1000L;
    return "{\"__CURSOR\":\"s=9b;i="
        + number
        + "\",\"__REALTIME_TIMESTAMP\":\""
        + micros
        + "\",\"__MONOTONIC_TIMESTAMP\":\""
        + (5_000_000 + number * 1000L)
        + "\",\"_BOOT_ID\":\""
        + BOOT
        + "\",\"_HOSTNAME\":\"edge03\""
        + (fields.isEmpty() ? "" : "," + fields.replace('\'', '"'))
        + "}";
  }

  private static String manager(int number, String fields) {
    return entry(
        number,
        "'SYSLOG_IDENTIFIER':'systemd','_PID':'1','_TRANSPORT':'journal','_UID':'0'," + fields);
  }

  @Nested
  class Managers {
    @Test
    void prefersFieldsOverTheText() {
      ProcessExited exit =
          Recorder.json(
                  manager(
                      1,
                      "'MESSAGE_ID':'98e322203f7a4ed290d09fe03c09fe15','UNIT':'a.service',"
                          + "'EXIT_CODE':'killed','EXIT_STATUS':'TERM',"
                          + "'MESSAGE':'b.service: Main process exited'"))
              .only(ProcessExited.class);

      assertThat(exit.unit()).contains("a.service");
      assertThat(exit.how()).contains(ProcessExited.How.KILLED);
      assertThat(exit.status()).hasValue(15);
      assertThat(exit.provenance().id().text()).isEqualTo("journal:s=9b;i=1");
      assertThat(exit.provenance().time()).isEqualTo("2026-11-21T03:29:35.001Z");
      assertThat(exit.provenance().form()).isEqualTo(SourceForm.JOURNAL_JSON);
      assertThat(exit.provenance().node()).contains("edge03");
      assertThat(exit.provenance().bootId()).contains("eb0ddfca0b1f4cb5a1638b9b362be219");
    }

    @Test
    void readsJobsWithTheirTypeAndResult() {
      List<UnitChanged> changes =
          Recorder.json(
                  manager(
                      1,
                      "'MESSAGE_ID':'de5b426a63be47a7b6ac3eaac82e2f6f','UNIT':'a.service',"
                          + "'INVOCATION_ID':'77','JOB_TYPE':'restart','MESSAGE':'Stopping A...'"),
                  manager(
                      2,
                      "'MESSAGE_ID':'9d1aaa27d60140bd96365438aad20286','UNIT':'a.service',"
                          + "'JOB_RESULT':'done','MESSAGE':'Stopped A.'"),
                  manager(
                      3,
                      "'MESSAGE_ID':'be02cf6855d2428ba40df7e9d022f03d','UNIT':'a.service',"
                          + "'JOB_RESULT':'failed','MESSAGE':'Failed to start A.'"))
              .all(UnitChanged.class);

      assertThat(changes)
          .extracting(UnitChanged::change)
          .containsExactly(
              new UnitChanged.Stopping(Optional.of("restart")),
              new UnitChanged.Stopped(Optional.of("done")));
      assertThat(changes.getFirst().unit()).contains("a.service");
      assertThat(changes.getFirst().description()).contains("A");
      assertThat(changes.getFirst().invocation()).contains("77");
    }

    @Test
    void readsResultsAndCounters() {
      List<UnitChanged> changes =
          Recorder.json(
                  manager(
                      1,
                      "'MESSAGE_ID':'d9b373ed55a64feb8242e02dbe79a49c','UNIT':'a.service',"
                          + "'UNIT_RESULT':'oom-kill'"),
                  manager(
                      2,
                      "'MESSAGE_ID':'5eb03494b6584870a536b337290809b3','UNIT':'a.service',"
                          + "'N_RESTARTS':'7'"),
                  manager(3, "'MESSAGE_ID':'7ad2d189f7e94e70a38c781354912448','UNIT':'a.service'"),
                  manager(4, "'MESSAGE_ID':'fe6faa94e7774663a0da52717891d8ef','UNIT':'a.service'"))
              .all(UnitChanged.class);

      assertThat(changes)
          .extracting(UnitChanged::change)
          .containsExactly(
              new UnitChanged.Failed(Optional.of("oom-kill")),
              new UnitChanged.RestartScheduled(OptionalInt.of(7)),
              new UnitChanged.Deactivated(),
              new UnitChanged.OutOfMemory());
    }

    @Test
    void believesNobodyElse() {
      Recorder recorder =
          Recorder.json(
              entry(
                  1,
                  "'SYSLOG_IDENTIFIER':'systemd','SYSLOG_PID':'1','_PID':'99',"
                      + "'MESSAGE':'a.service: Deactivated successfully.'"),
              entry(
                  2,
                  "'SYSLOG_IDENTIFIER':'systemd','_PID':'99','USER_UNIT':'a.service',"
                      + "'MESSAGE':'a.service: Deactivated successfully.'"));

      assertThat(recorder.only(UnitChanged.class).witness())
          .isEqualTo(UnitChanged.Witness.USER_MANAGER);
    }

    @Test
    void readsWhatPidOneSaysBeforeJournaldRuns() {
      UnitChanged change =
          Recorder.json(
                  entry(
                      1,
                      "'SYSLOG_IDENTIFIER':'systemd','SYSLOG_PID':'1','_TRANSPORT':'kernel',"
                          + "'MESSAGE':'Started a.service - A.'"))
              .only(UnitChanged.class);

      assertThat(change.unit()).contains("a.service");
      assertThat(change.witness()).isEqualTo(UnitChanged.Witness.SYSTEM_MANAGER);
    }
  }

  @Nested
  class OddValues {
    @Test
    void decodesBytesNullsAndDuplicates() {
      ProcessSeen seen =
          Recorder.json(
                  entry(
                      1,
                      "'_PID':['42','43'],'_COMM':[97,195,164,255],'_EXE':null,"
                          + "'MESSAGE':{'a':[1,2]},'_CMDLINE':[],'_UID':7,'X':[[1],{'y':2}]"))
              .only(ProcessSeen.class);

      assertThat(seen.pid()).isEqualTo(42);
      assertThat(seen.process().comm()).contains("aä\uFFFD");
      assertThat(seen.process().exe()).isEmpty();
      assertThat(seen.process().command()).isEmpty();
      assertThat(seen.process().uid()).contains(new UserId(7, Optional.empty()));
    }

    @Test
    void rejectsBrokenLinesAndGoesOn() {
      Recorder recorder = new Recorder();
      ReadResult result =
          recorder.read(
              new JournalJsonReader(),
              Recorder.FILE_TIME,
              IngestOptions.NONE,
              "# a sample",
              "",
              entry(1, ""),
              "{\"__CURSOR\":\"cut",
              "[1]",
              "{} {}",
              "{\"MESSAGE\":\"no time\"}",
              "{\"__REALTIME_TIMESTAMP\":\"-5\"}",
              "no json",
              entry(2, ""));

      assertThat(result.records()).isEqualTo(2);
      assertThat(recorder.rejections).hasSize(6);
      assertThat(recorder.rejections.getFirst().offset()).isEqualTo(12 + entry(1, "").length() + 1);
      assertThat(recorder.rejections).allMatch(rejection -> !rejection.reason().isBlank());
    }

    @Test
    void survivesAnyBytes() {
      long seed = 20261121;
      Random random = new Random(seed);
      for (int round = 0; round < 2000; round++) {
        StringBuilder line = new StringBuilder(manager(round, "'UNIT':'a.service','MESSAGE':'x'"));
        for (int i = 0; i < 4; i++) {
          line.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
        }
        assertThat(Recorder.json(line.toString())).as("seed %d", seed).isNotNull();
      }
    }

    @Test
    void namesEntriesWithoutACursorByTheirContent() {
      String entry = "{\"__REALTIME_TIMESTAMP\":\"1\",\"_PID\":\"%d\",\"MESSAGE\":\"%s\"}";
      Recorder recorder = Recorder.json(entry.formatted(5, "a"), entry.formatted(6, "b"));

      assertThat(recorder.ids()).hasSize(2).doesNotHaveDuplicates();
      assertThat(recorder.ids()).allMatch(id -> id.matches("journal:[0-9a-f]{16}"));
    }
  }

  @Nested
  class Speakers {
    @Test
    void describesTheProcess() {
      ProcessSeen seen =
          Recorder.json(
                  entry(
                      1,
                      "'_PID':'42','_COMM':'java','_EXE':'/usr/bin/java','_CMDLINE':'java -jar a',"
                          + "'_SYSTEMD_UNIT':'a.service','_UID':'5','_AUDIT_LOGINUID':'4294967295',"
                          + "'_AUDIT_SESSION':'3'"))
              .only(ProcessSeen.class);

      assertThat(seen.by()).isEqualTo(ProcessSeen.By.JOURNAL);
      assertThat(seen.unit()).contains("a.service");
      assertThat(seen.process().exe()).contains("/usr/bin/java");
      assertThat(seen.process().command()).contains("java -jar a");
      assertThat(seen.process().auid()).isEmpty();
      assertThat(seen.process().session()).hasValue(3);
    }

    @Test
    void tellsOnlyWhatIsNew() {
      String same = "'_PID':'42','_COMM':'java'";
      Recorder recorder =
          Recorder.json(
              entry(1, same), entry(2, same), entry(3, "'_PID':'42','_COMM':'sh'"), entry(4, same));

      assertThat(recorder.all(ProcessSeen.class))
          .extracting(seen -> seen.process().comm().orElse(""))
          .containsExactly("java", "sh", "java");
    }

    @Test
    void leavesOutThoseOfAuditAndKernel() {
      Recorder recorder =
          Recorder.json(
              entry(1, "'_TRANSPORT':'audit','_PID':'42','MESSAGE':'SYSCALL arch=c000003e'"),
              entry(2, "'_TRANSPORT':'kernel','SYSLOG_IDENTIFIER':'kernel','MESSAGE':'x'"));

      assertThat(recorder.all(ProcessSeen.class)).isEmpty();
    }
  }

  @Nested
  class Boots {
    @Test
    void givesFirstAndLastEntry() {
      List<BootSeen> boots =
          Recorder.json(entry(1, ""), entry(2, ""), entry(3, "")).all(BootSeen.class);

      assertThat(boots)
          .extracting(BootSeen::sign)
          .containsExactly(Sign.JOURNAL_FIRST, Sign.JOURNAL_LAST);
      assertThat(boots)
          .allMatch(boot -> boot.started().orElseThrow().toString().equals("2026-11-21T03:29:30Z"));
      assertThat(boots.getLast().provenance().raw().getFirst().latin1()).contains("i=3");
    }

    @Test
    void seesLogindBeginAShutdown() {
      Recorder recorder =
          Recorder.json(
              entry(
                  1,
                  "'SYSLOG_IDENTIFIER':'systemd-logind','_PID':'300','_UID':'0',"
                      + "'MESSAGE_ID':'98268866d1d54a499c4e98921d93bc40','MESSAGE':'Going.'"),
              entry(
                  2,
                  "'SYSLOG_IDENTIFIER':'systemd-logind','_PID':'301','_UID':'1000',"
                      + "'MESSAGE_ID':'98268866d1d54a499c4e98921d93bc40','MESSAGE':'Forged.'"));

      assertThat(recorder.all(BootSeen.class).stream().filter(JournalJsonReaderTest::shutdown))
          .hasSize(1);
    }
  }

  private static boolean shutdown(BootSeen boot) {
    return boot.sign() == Sign.SHUTDOWN_BEGUN;
  }

  @Test
  void keepsIdsApartWhateverWasReadBefore() {
    String target =
        manager(
            2,
            "'MESSAGE_ID':'39f53479d3a045ac8e11786248231fbf','UNIT':'reboot.target',"
                + "'MESSAGE':'Reached target reboot.target - System Reboot.'");
    Recorder alone = Recorder.json(target);
    Recorder after = Recorder.json(manager(1, "'MESSAGE':'x'"), target);

    assertThat(alone.ids()).hasSize(5).doesNotHaveDuplicates();
    assertThat(after.ids()).doesNotHaveDuplicates();
    assertThat(idOf(after, Sign.SHUTDOWN_BEGUN)).isEqualTo(idOf(alone, Sign.SHUTDOWN_BEGUN));
    assertThat(idOf(after, Sign.JOURNAL_LAST)).isEqualTo(idOf(alone, Sign.JOURNAL_LAST));
  }

  private static String idOf(Recorder recorder, Sign sign) {
    return recorder.all(BootSeen.class).stream()
        .filter(boot -> boot.sign() == sign)
        .map(Fact::provenance)
        .map(provenance -> provenance.id().text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsCoredumps() {
    ProcessExited exit =
        Recorder.json(
                entry(
                    1,
                    "'SYSLOG_IDENTIFIER':'systemd-coredump','_PID':'900',"
                        + "'MESSAGE_ID':'fc2e22bc6ee647b6b90729ab34a250b1','COREDUMP_PID':'611',"
                        + "'COREDUMP_SIGNAL':'11','COREDUMP_COMM':'crashd',"
                        + "'COREDUMP_EXE':'/usr/sbin/crashd','COREDUMP_UNIT':'crashd.service',"
                        + "'MESSAGE':'Process 611 (crashd) of user 0 dumped core.'"))
            .only(ProcessExited.class);

    assertThat(exit.pid()).hasValue(611);
    assertThat(exit.status()).hasValue(11);
    assertThat(exit.how()).contains(ProcessExited.How.DUMPED);
    assertThat(exit.exe()).contains("/usr/sbin/crashd");
    assertThat(exit.unit()).contains("crashd.service");
  }
}
