package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.OutOfMemory;
import io.killtrail.ingest.fact.UnitChanged.RestartScheduled;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Upstart, the kernel, systemd-oomd and the manager say besides the life of units. */
class OtherSpeakersTest {
  private static Recorder said(String what) {
    return Recorder.shortForm("Nov 21 02:14:43 web01 " + what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tty (/dev/tty1) main process (1011) killed by TERM signal | tty (/dev/tty1) | MANAGER_MAIN | KILLED | 15",
        "rc main process (1341) terminated with status 143 | rc | MANAGER_MAIN | EXITED | 143",
        "app pre-start process (7) killed by signal 37 | app | MANAGER_CONTROL | KILLED | 37",
      })
  void readsTheExitsOfUpstartsJobs(String text, String job, Witness by, How how, int status) {
    ProcessExited exit = said("init: " + text).only(ProcessExited.class);

    assertThat(exit.unit()).contains(job);
    assertThat(exit.witness()).isEqualTo(by);
    assertThat(exit.pid()).isPresent();
    assertThat(exit.how()).contains(how);
    assertThat(exit.status()).hasValue(status);
  }

  @Test
  void readsThatUpstartRespawnsAJob() {
    UnitChanged change =
        said("init: tty (/dev/tty1) main process ended, respawning").only(UnitChanged.class);

    assertThat(change.unit()).contains("tty (/dev/tty1)");
    assertThat(change.change()).isEqualTo(new RestartScheduled(OptionalInt.empty()));
  }

  @Test
  void readsTheControlGroupOfAnOomKill() {
    ProcessExited exit =
        said("kernel: [ 9.5] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,"
                + "mems_allowed=0,oom_memcg=/system.slice/app.service,"
                + "task_memcg=/system.slice/app.service,task=java,pid=281,uid=0")
            .only(ProcessExited.class);

    assertThat(exit.witness()).isEqualTo(Witness.KERNEL_OOM);
    assertThat(exit.pid()).hasValue(281);
    assertThat(exit.comm()).contains("java");
    assertThat(exit.unit()).contains("app.service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Out of Memory: Killed process 281 (java).",
        "Killed process 281 (java) total-vm:9kB, anon-rss:9kB, file-rss:0kB, shmem-rss:0kB",
        "Out of memory: Killed process 281 (java) total-vm:9kB, anon-rss:9kB, UID:0",
        "Memory cgroup out of memory: Killed process 281 (java) total-vm:9kB",
        "Out of memory (oom_kill_allocating_task): Killed process 281 (java) total-vm:9kB",
      })
  void readsTheOomKillerOfEveryKernel(String text) {
    ProcessExited exit = said("kernel: " + text).only(ProcessExited.class);

    assertThat(exit.pid()).hasValue(281);
    assertThat(exit.comm()).contains("java");
    assertThat(exit.status()).hasValue(9);
  }

  @Test
  void readsFatalSignalsThatTheKernelPrints() {
    ProcessExited exit =
        said("kernel: java/281: potentially unexpected fatal signal 11.").only(ProcessExited.class);

    assertThat(exit.witness()).isEqualTo(Witness.ABEND);
    assertThat(exit.pid()).hasValue(281);
    assertThat(exit.comm()).contains("java");
    assertThat(exit.status()).hasValue(11);
  }

  @Test
  void readsWhomSystemdOomdKilled() {
    UnitChanged change =
        said("systemd-oomd[7]: Killed /system.slice/app.service due to memory pressure for"
                + " /system.slice being 65.11% > 60.00% for > 20s with reclaim activity")
            .only(UnitChanged.class);

    assertThat(change.unit()).contains("app.service");
    assertThat(change.change()).isEqualTo(new OutOfMemory());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PID 350 read from file /run/a.pid does not exist.",
        "PID 350 read from file /run/a.pid does not exist or is a zombie.",
        "app.service: PID 350 read from file /run/a.pid does not exist or is a zombie.",
      })
  void readsTheNumberOfAStalePidFile(String text) {
    PidFileSeen file = said("systemd[1]: " + text).only(PidFileSeen.class);

    assertThat(file.path()).isEqualTo("/run/a.pid");
    assertThat(file.number()).hasValue(350);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reload requested from client PID 711 ('systemctl') (unit session-3.scope)...",
        "Reexecution requested from client PID 711 ('systemctl') (unit session-3.scope)...",
      })
  void readsWhoAskedTheManager(String text) {
    ProcessSeen client =
        said("systemd[1]: " + text).all(ProcessSeen.class).stream()
            .filter(seen -> seen.pid() == 711)
            .findFirst()
            .orElseThrow();

    assertThat(client.process().comm()).contains("systemctl");
    assertThat(client.unit()).contains("session-3.scope");
  }
}
