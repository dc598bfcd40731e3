package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Failed;
import io.killtrail.ingest.fact.UnitChanged.Stopped;
import io.killtrail.ingest.fact.UnitChanged.Stopping;
import io.killtrail.ingest.fact.UnitChanged.TimedOut;
import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalShortReaderTest {
  private static final String KILL =
      "Jul 22 15:30:35 arch audit[996]: SYSCALL arch=c000003e syscall=62 success=yes exit=0 a0=3d6"
          + " a1=f a2=0 a3=560e1039942a items=0 ppid=858 pid=996 auid=0 uid=0 gid=0 euid=0 suid=0"
          + " fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts1 ses=1 comm=\"bla\" exe=\"/root/bla\""
          + " key=\"mykill\"";

  @Nested
  class AuditRecords {
    @Test
    void tellsSenderSignalAndNumberFromOneLine() {
      SignalSent sent = Recorder.shortForm(KILL).only(SignalSent.class);

      assertThat(sent.call()).contains(SignalCall.KILL);
      assertThat(sent.arch()).contains("x86_64");
      assertThat(sent.addressed()).isEqualTo(new Addressed.Task(982));
      assertThat(sent.signal()).hasValue(15);
      assertThat(sent.errno()).hasValue(0);
      assertThat(sent.targets()).isEmpty();
      assertThat(sent.key()).contains("mykill");
      assertThat(sent.sender().pid()).hasValue(996);
      assertThat(sent.sender().ppid()).hasValue(858);
      assertThat(sent.sender().comm()).contains("bla");
      assertThat(sent.sender().exe()).contains("/root/bla");
      assertThat(sent.sender().tty()).contains("pts1");
      assertThat(sent.sender().session()).hasValue(1);
      assertThat(sent.sender().auid()).contains(new UserId(0, Optional.empty()));
      assertThat(sent.provenance().time()).isEqualTo("2026-07-22T15:30:35Z");
      assertThat(sent.provenance().form()).isEqualTo(SourceForm.JOURNAL_SHORT);
      assertThat(sent.provenance().node()).contains("arch");
    }

    @Test
    void joinsTheRecordsOfOneEvent() {
      Recorder recorder =
          Recorder.shortForm(
              KILL,
              "Jul 22 15:30:35 arch sshd[9]: something between",
              "Jul 22 15:30:35 arch audit[7]: CRED_ACQ pid=7 uid=0",
              "Jul 22 15:30:35 arch audit: OBJ_PID opid=981 oauid=-1 ouid=7 oses=-1 obj=unconfined"
                  + " ocomm=\"pool-1\"",
              "Jul 22 15:30:35 arch audit: PROCTITLE proctitle=2F746D702F61002D78",
              "Jul 22 15:30:35 arch audit: OBJ_PID opid=5 oauid=-1 ouid=7 oses=-1 ocomm=\"late\"");
      SignalSent sent = recorder.only(SignalSent.class);

      assertThat(sent.targets())
          .containsExactly(
              new SignalTarget(
                  981,
                  Optional.of("pool-1"),
                  Optional.empty(),
                  Optional.of(new UserId(7, Optional.empty())),
                  OptionalLong.empty(),
                  Optional.of("unconfined")));
      assertThat(sent.sender().command()).contains("/tmp/a -x");
      assertThat(sent.provenance().raw()).hasSize(3);
    }

    @Test
    void keepsTheTargetsOfTheNextSecondApart() {
      Recorder recorder =
          Recorder.shortForm(KILL, "Jul 22 15:30:36 arch audit: OBJ_PID opid=981 ocomm=\"x\"");

      assertThat(recorder.only(SignalSent.class).targets()).isEmpty();
    }

    @Test
    void tellsMixedEventsApartByTheNumbersThatTheyAddressed() {
      String stamp = "Jul 22 15:30:35 arch ";
      Recorder recorder =
          Recorder.shortForm(
              stamp + "audit[1]: SYSCALL arch=c000003e syscall=62 success=yes exit=0 a0=229 a1=f",
              stamp + "audit[188]: SYSCALL arch=c000003e syscall=62 success=no exit=-3 a0=161 a1=0",
              stamp + "audit: OBJ_PID opid=553 ocomm=\"sleep\"",
              stamp + "audit: PROCTITLE proctitle=\"/sbin/init\"",
              stamp + "audit: PROCTITLE proctitle=\"journald\"");

      assertThat(recorder.all(SignalSent.class))
          .extracting(sent -> sent.sender().command().orElse("") + sent.targets().size())
          .containsExactly("/sbin/init1", "journald0");
    }

    @Test
    void doesNotGiveTheTargetOfAPtraceToAnEarlierKill() {
      String stamp = "Jul 22 15:30:35 arch ";
      Recorder recorder =
          Recorder.shortForm(
              stamp + "audit[1]: SYSCALL arch=c000003e syscall=62 success=yes exit=0 a0=229 a1=f",
              stamp + "audit[2]: SYSCALL arch=c000003e syscall=101 success=yes exit=0 a0=10 a1=7",
              stamp + "audit: OBJ_PID opid=7 ocomm=\"sleep\"");

      assertThat(recorder.only(SignalSent.class).targets()).isEmpty();
    }

    @Test
    void readsGroupsBroadcastsThreadsAndFailures() {
      Recorder recorder =
          Recorder.shortForm(
              call("syscall=62 success=yes exit=0 a0=fffffd99 a1=f a2=0"),
              call("syscall=62 success=no exit=-1 a0=ffffffff a1=9 a2=0"),
              call("syscall=62 success=no exit=-3 a0=0 a1=0 a2=0"),
              call("syscall=234 success=yes exit=0 a0=10 a1=11 a2=6"),
              call("syscall=424 success=yes exit=0 a0=5 a1=f a2=0"),
              call("syscall=59 success=yes exit=0 a0=5 a1=f a2=0"));

      List<SignalSent> sent = recorder.all(SignalSent.class);
      assertThat(sent)
          .extracting(SignalSent::addressed)
          .containsExactly(
              new Addressed.Group(615),
              new Addressed.Broadcast(),
              new Addressed.OwnGroup(),
              new Addressed.ThreadOf(16, 17),
              new Addressed.Pidfd(5));
      assertThat(sent)
          .extracting(SignalSent::errno)
          .containsExactly(
              OptionalInt.of(0),
              OptionalInt.of(1),
              OptionalInt.of(3),
              OptionalInt.of(0),
              OptionalInt.of(0));
      assertThat(sent.get(3).signal()).hasValue(6);
    }

    private static String call(String what) {
      return "Jul 22 15:30:35 arch audit[9]: SYSCALL arch=c000003e " + what + " pid=9 comm=\"x\"";
    }
  }

  @Nested
  class StopTimeouts {
    @Test
    void readsBothHalvesOfAStopCutOff() {
      Recorder recorder =
          Recorder.shortForm(
              "Dec 22 14:09:38 localhost.localdomain systemd[1]: Stopping TEST-2...",
              "Dec 22 14:11:08 localhost.localdomain systemd[1]: test2.service stopping timed out."
                  + " Terminating.",
              "Dec 22 14:12:38 localhost.localdomain systemd[1]: test2.service stop-post timed out."
                  + " Terminating.",
              "Dec 22 14:12:38 localhost.localdomain systemd[1]: Stopped TEST-2.",
              "Dec 22 14:12:38 localhost.localdomain systemd[1]: Unit test2.service entered failed"
                  + " state.",
              "Dec 22 14:12:38 localhost.localdomain systemd[1]: test2.service failed.");

      assertThat(recorder.all(UnitChanged.class))
          .extracting(UnitChanged::change)
          .containsExactly(
              new Stopping(Optional.empty()),
              new TimedOut("stopping", Optional.of("Terminating"), Optional.empty()),
              new TimedOut("stop-post", Optional.of("Terminating"), Optional.empty()),
              new Stopped(Optional.empty()),
              new Failed(Optional.empty()),
              new Failed(Optional.empty()));
      assertThat(recorder.all(UnitChanged.class).getFirst().description()).contains("TEST-2");
      assertThat(recorder.all(UnitChanged.class).get(4).unit()).contains("test2.service");
    }

    @Test
    void readsTheKillAfterSigtermWasIgnored() {
      Recorder recorder =
          Recorder.shortForm(
              "Dec 22 14:52:47 h script[2339]: trap TERM",
              "Dec 22 14:52:50 h systemd[1]: test5.service stop-sigterm timed out. Killing.",
              "Dec 22 14:52:50 h systemd[1]: test5.service: main process exited, code=killed,"
                  + " status=9/KILL");

      assertThat(recorder.only(ProcessExited.class).status()).hasValue(9);
      assertThat(recorder.only(UnitChanged.class).change())
          .isEqualTo(new TimedOut("stop-sigterm", Optional.of("Killing"), Optional.empty()));
      assertThat(recorder.all(ProcessSeen.class))
          .extracting(ProcessSeen::pid)
          .containsExactly(2339, 1);
    }

    @Test
    void readsAnExitWithoutAnySignal() {
      ProcessExited exit =
          Recorder.shortForm(
                  "Aug 30 14:56:07 gorp systemd[1]: sendmail.service: Main process exited,"
                      + " code=exited, status=71/n/a",
                  "Aug 30 14:56:07 gorp systemd[1]: sendmail.service: Unit entered failed state.",
                  "Aug 30 14:56:07 gorp systemd[1]: sendmail.service: Failed with result"
                      + " 'exit-code'.")
              .only(ProcessExited.class);

      assertThat(exit.unit()).contains("sendmail.service");
      assertThat(exit.status()).hasValue(71);
      assertThat(exit.how()).contains(ProcessExited.How.EXITED);
    }
  }

  @Nested
  class YearsAndZones {
    private final Recorder recorder = new Recorder();

    private ReadResult read(String fileTime, IngestOptions options, String... days) {
      String[] lines = new String[days.length];
      for (int i = 0; i < days.length; i++) {
        lines[i] = days[i] + " 10:00:00 h systemd[1]: U" + i + ".service: Succeeded.";
      }
      return recorder.read(new JournalShortReader(), Instant.parse(fileTime), options, lines);
    }

    private List<String> days() {
      return recorder.all(UnitChanged.class).stream()
          .map(fact -> fact.provenance().time().toString().substring(0, 10))
          .toList();
    }

    private static IngestOptions year(int year) {
      return new IngestOptions(Optional.empty(), OptionalInt.of(year), Optional.empty());
    }

    @Test
    void takesTheYearOfTheFilesTime() {
      ReadResult result = read("2026-11-21T12:00:00Z", IngestOptions.NONE, "Nov  1", "Nov 21");

      assertThat(days()).containsExactly("2026-11-01", "2026-11-21");
      assertThat(result.note())
          .contains(
              "no year in the stamps: 2026, the year of the file's time, is assumed; zone UTC is"
                  + " assumed");
      assertThat(result.records()).isEqualTo(2);
    }

    @Test
    void putsDecemberBeforeJanuary() {
      read("2027-01-02T12:00:00Z", IngestOptions.NONE, "Nov 30", "Dec 31", "Jan  1");

      assertThat(days()).containsExactly("2026-11-30", "2026-12-31", "2027-01-01");
    }

    @Test
    void doesNotPutLinesAfterTheFilesTime() {
      ReadResult result = read("2027-01-02T12:00:00Z", IngestOptions.NONE, "Nov 30", "Dec 31");

      assertThat(days()).containsExactly("2026-11-30", "2026-12-31");
      assertThat(result.note().orElseThrow()).contains("2026, the year before the file's time");
    }

    @Test
    void findsTheYearsOfAFileWithItsNewestLineFirst() {
      Recorder recorder = new Recorder();
      recorder.read(
          new JournalShortReader(),
          Instant.parse("2024-03-05T00:00:00Z"),
          IngestOptions.NONE,
          "Mar  1 00:00:01 h systemd[1]: e.service: Succeeded.",
          "Feb 29 23:59:59 h systemd[1]: d.service: Succeeded.",
          "Jan  1 00:00:01 h systemd[1]: c.service: Succeeded.",
          "Dec 31 23:59:59 h systemd[1]: b.service: Succeeded.",
          "Dec 31 23:59:59 h systemd[1]: a.service: Succeeded.",
          "Nov 30 10:00:00 h systemd[1]: 0.service: Succeeded.");

      assertThat(recorder.rejections).isEmpty();
      assertThat(recorder.facts)
          .filteredOn(UnitChanged.class::isInstance)
          .extracting(fact -> fact.provenance().time().toString())
          .containsExactly(
              "2023-11-30T10:00:00Z",
              "2023-12-31T23:59:59Z",
              "2023-12-31T23:59:59.000001Z",
              "2024-01-01T00:00:01Z",
              "2024-02-29T23:59:59Z",
              "2024-03-01T00:00:01Z");
    }

    @Test
    void goesBackOverSeveralYears() {
      read("2027-03-01T12:00:00Z", IngestOptions.NONE, "Oct  1", "Jan  1", "Dec  1", "Feb  1");
      // From January to December nothing is told: the line of December then is a late one.
      assertThat(days()).containsExactly("2026-10-01", "2027-01-01", "2026-12-01", "2027-02-01");
      recorder.facts.clear();

      read("2027-03-01T12:00:00Z", IngestOptions.NONE, "Oct  1", "Feb  1", "Oct  1", "Feb  1");
      assertThat(days()).containsExactly("2025-10-01", "2026-02-01", "2026-10-01", "2027-02-01");
    }

    @Test
    void bearsLateLinesAtNewYear() {
      read("2027-01-02T12:00:00Z", IngestOptions.NONE, "Dec 31", "Jan  1", "Dec 31", "Jan  1");

      assertThat(days()).containsExactly("2026-12-31", "2027-01-01", "2026-12-31", "2027-01-01");
    }

    @Test
    void givesTheYearSaidToTheNewestLine() {
      ReadResult result = read("2030-06-01T12:00:00Z", year(2021), "Dec 31", "Jan  1");

      assertThat(days()).containsExactly("2020-12-31", "2021-01-01");
      assertThat(result.note()).contains("zone UTC is assumed");
    }

    @Test
    void rejectsADayThatItsYearDoesNotHave() {
      read("2027-03-01T12:00:00Z", IngestOptions.NONE, "Feb 29", "Mar  1");

      assertThat(recorder.rejections)
          .extracting(Rejection::reason)
          .containsExactly("no such day in its year");
    }

    @Test
    void usesTheZoneSaid() {
      IngestOptions options =
          new IngestOptions(
              Optional.empty(), OptionalInt.of(2026), Optional.of(ZoneId.of("America/New_York")));
      ReadResult result = read("2026-11-21T12:00:00Z", options, "Nov 20");

      assertThat(recorder.only(UnitChanged.class).provenance().time())
          .isEqualTo("2026-11-20T15:00:00Z");
      assertThat(result.note()).isEmpty();
    }

    @Test
    void keepsIdsWhateverIsAssumed() {
      read("2026-11-21T12:00:00Z", IngestOptions.NONE, "Nov 20");
      read("2026-11-21T12:00:00Z", year(2020), "Nov 20");

      List<UnitChanged> both = recorder.all(UnitChanged.class);
      assertThat(both.get(0).provenance().id()).isEqualTo(both.get(1).provenance().id());
    }

    @Test
    void takesStampsWithAYear() {
      ReadResult result =
          recorder.read(
              new JournalShortReader(),
              Recorder.FILE_TIME,
              IngestOptions.NONE,
              "2025-11-20T22:29:35.478750-05:00 h systemd[1]: a.service: Succeeded.",
              "2025-11-21T03:29:36+0000 h systemd[1]: b.service: Succeeded.",
              "2025-11-21T03:29:37Z h systemd[1]: c.service: Succeeded.");

      assertThat(recorder.rejections).isEmpty();
      assertThat(result.note()).isEmpty();
      assertThat(recorder.all(UnitChanged.class))
          .extracting(fact -> fact.provenance().time().toString())
          .containsExactly(
              "2025-11-21T03:29:35.478750Z", "2025-11-21T03:29:36Z", "2025-11-21T03:29:37Z");
    }
  }

  @Nested
  class Lines {
    @Test
    void countsIdenticalLinesOfOneSecond() {
      String line = "Nov 21 02:14:43 h systemd[1]: a.service: Succeeded.";
      Recorder recorder = Recorder.shortForm(line, line, line, line.replace("43", "44"), line);
      List<String> ids =
          recorder.all(UnitChanged.class).stream()
              .map(fact -> fact.provenance().id().text())
              .toList();

      assertThat(ids.get(0)).matches("journal:[0-9a-f]{16}");
      assertThat(ids.get(1)).isEqualTo(ids.get(0) + "/1");
      assertThat(ids.get(2)).isEqualTo(ids.get(0) + "/2");
      assertThat(ids.get(3)).matches("journal:[0-9a-f]{16}").isNotEqualTo(ids.get(0));
    }

    @Test
    void givesEveryFactOfALineAnIdOfItsOwn() {
      String line = "Nov 21 02:14:43 h systemd[1]: Reached target Shutdown.";
      Recorder recorder = Recorder.shortForm(line, line);

      assertThat(recorder.all(BootSeen.class)).hasSize(2);
      assertThat(recorder.ids()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void passesOverMarkersCatalogAndExplanations() {
      Recorder recorder =
          Recorder.shortForm(
              "# why this sample exists",
              "-- Logs begin at Sat 2026-11-21 02:14:43 UTC. --",
              "-- Reboot --",
              "-- Boot 2b83f51991ac42c386393666cd7407d1 --",
              "",
              "-- Subject: Unit has failed",
              "--",
              "░░ Subject: Unit has failed",
              "                        second line of a message");

      assertThat(recorder.facts).isEmpty();
      assertThat(recorder.rejections).isEmpty();
    }

    @Test
    void rejectsWhatHasNoStamp() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov 21 02:14:43 h a[1]: fine",
              "no stamp at all",
              "Nov 32 02:14:43 h a[1]: no day",
              "Nov 21 25:14:43 h a[1]: no time",
              "Nov 21 02:14:43",
              "Nov 21 02:14:43 h",
              "2026-13-01T00:00:00Z h a[1]: no month",
              "Nov");

      assertThat(recorder.rejections).hasSize(7);
      assertThat(recorder.rejections.getFirst().offset()).isEqualTo(29);
      assertThat(recorder.rejections.getFirst().excerpt()).isEqualTo("no stamp at all");
    }

    @Test
    void readsOldAndOddIdentifiers() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov  1 02:14:43 h systemd: a.service failed.",
              "Nov  1 02:14:43 h last message repeated 2 times",
              "Nov  1 02:14:43 h systemd-networkd-long[7]: x",
              "Nov  1 02:14:43 h a:b[8]: x");

      assertThat(recorder.only(UnitChanged.class).unit()).contains("a.service");
      assertThat(recorder.all(ProcessSeen.class))
          .extracting(seen -> seen.process().comm().orElse(""))
          .containsExactly("systemd-network", "a:b");
      assertThat(recorder.rejections).isEmpty();
    }

    @Test
    void tellsAProcessOnlyOnceWhileItLooksTheSame() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov  1 02:14:43 h appd[7]: one",
              "Nov  1 02:14:44 h appd[7]: two",
              "Nov  1 02:14:45 h other[7]: three",
              "Nov  1 02:14:46 g other[7]: four");

      assertThat(recorder.all(ProcessSeen.class)).hasSize(3);
    }
  }

  @Nested
  class Kernel {
    @Test
    void tellsWhomTheOomKillerKilled() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov 21 02:14:43 h kernel: Memory cgroup out of memory: Killed process 543 (sig tool)"
                  + " total-vm:25748kB, anon-rss:24320kB, UID:0 oom_score_adj:0",
              "Nov 21 02:14:43 h kernel: [ 17.8] Out of memory: Kill process 12 (java) score 9 or"
                  + " sacrifice child",
              "Nov 21 02:14:43 h kernel: [ 17.8] Killed process 12 (java), UID 0, total-vm:1kB",
              "Nov 21 02:14:43 h kernel: Out of Memory: Killed process 9 (httpd).",
              "Nov 21 02:14:43 h kernel: oom_reaper: reaped process 543 (sig tool)",
              "Nov 21 02:14:43 h appd[4]: Out of memory: Killed process 1 (fake) total-vm:1kB");

      assertThat(recorder.all(ProcessExited.class))
          .extracting(exit -> exit.pid().orElseThrow() + exit.comm().orElseThrow())
          .containsExactly("543sig tool", "12java", "9httpd");
    }

    @Test
    void tellsWhatAuditAndJournaldLost() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov 21 02:14:43 h kernel: audit: audit_lost=12 audit_rate_limit=5"
                  + " audit_backlog_limit=4",
              "Nov 21 02:14:43 h kernel: audit: rate limit exceeded",
              "Nov 21 02:14:43 h kernel: audit: backlog limit exceeded",
              "Nov 21 02:14:43 h kernel: kauditd_printk_skb: 751 callbacks suppressed",
              "Nov 21 02:14:43 h systemd-journald[9]: Suppressed 23 messages from appd.service",
              "Nov 21 02:14:43 h systemd-journald[9]: Missed 7 kernel messages");

      assertThat(recorder.all(EvidenceGap.class))
          .extracting(gap -> gap.problem() + " " + gap.lost().orElse(-1))
          .containsExactly(
              "AUDIT_LOST 12",
              "AUDIT_LOST -1",
              "AUDIT_LOST -1",
              "PRINTK_SUPPRESSED 751",
              "JOURNAL_DROPPED 23",
              "JOURNAL_DROPPED 7");
    }
  }

  @Nested
  class Shutdowns {
    @Test
    void seesThatTheSystemGoesDown() {
      for (String sign :
          List.of(
              "systemd-logind[3]: System is rebooting.",
              "systemd-logind[3]: System is powering down.",
              "systemd[1]: Shutting down.",
              "systemd[1]: Received SIGINT.",
              "systemd[1]: Received SIGRTMIN+4 from PID 99 (init).",
              "systemd[1]: Reached target Shutdown.",
              "systemd[1]: Reached target reboot.target - System Reboot.",
              "systemd-shutdown[1]: Sending SIGTERM to remaining processes...")) {
        BootSeen seen = Recorder.shortForm("Nov  1 02:14:43 h " + sign).only(BootSeen.class);
        assertThat(seen.sign()).isEqualTo(BootSeen.Sign.SHUTDOWN_BEGUN);
      }
    }

    @Test
    void isNotFooledByLogouts() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov  1 02:14:43 h systemd[812]: Reached target shutdown.target - Shutdown.",
              "Nov  1 02:14:43 h systemd[812]: Shutting down.",
              "Nov  1 02:14:43 h systemd[1]: Received SIGRTMIN+20 from PID 9 (plymouthd).",
              "Nov  1 02:14:43 h appd[9]: System is rebooting.");

      assertThat(recorder.all(BootSeen.class)).isEmpty();
    }
  }

  @Nested
  class Sudo {
    @Test
    void tellsWhatWasAskedFor() {
      Recorder recorder =
          Recorder.shortForm(
              "Nov 21 02:26:20 web01 sudo[789]:    alice : TTY=pts/0 ; PWD=/ ; USER=root ;"
                  + " COMMAND=/usr/bin/systemctl stop x",
              "Nov 21 02:26:20 web01 sudo[790]:    mallory : command not allowed ; TTY=pts/0 ;"
                  + " PWD=/ ; USER=root ; COMMAND=/bin/kill 1");
      List<ProcessSeen> asked =
          recorder.all(ProcessSeen.class).stream()
              .filter(seen -> seen.by() == ProcessSeen.By.USER_RECORD)
              .toList();

      assertThat(asked).hasSize(1);
      assertThat(asked.getFirst().pid()).isEqualTo(789);
      assertThat(asked.getFirst().process().command()).contains("/usr/bin/systemctl stop x");
      assertThat(asked.getFirst().process().tty()).contains("pts/0");
    }
  }

  @Test
  void tellsCoredumps() {
    Fact fact =
        Recorder.shortForm(
                "Nov 21 02:26:20 h systemd-coredump[9]: Process 611 (crashd) of user 0 dumped core.")
            .only(ProcessExited.class);

    assertThat(fact)
        .isInstanceOfSatisfying(
            ProcessExited.class,
            exit -> {
              assertThat(exit.witness()).isEqualTo(ProcessExited.Witness.COREDUMP);
              assertThat(exit.pid()).hasValue(611);
              assertThat(exit.comm()).contains("crashd");
              assertThat(exit.how()).contains(ProcessExited.How.DUMPED);
            });
  }
}
