package io.killtrail.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.ingest.snapshot.HeldNumber;
import io.killtrail.ingest.snapshot.Snapshot;
import io.killtrail.ingest.snapshot.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCaptureTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:10Z");

  @TempDir Path directory;
  private MadeUpHost host;

  @BeforeEach
  void makeHost() throws IOException {
    host = new MadeUpHost(directory);
    host.process(1, 0, "systemd", 5, "");
  }

  private HostCapture capture(String... globs) throws IOException {
    return HostCapture.of(host.root(), host.proc(), List.of(globs), InstantSource.fixed(NOW));
  }

  private Task task(int tid) throws IOException {
    return capture().snapshot().tasks().stream()
        .filter(task -> task.tid() == tid)
        .findFirst()
        .orElseThrow();
  }

  private List<String> paths(String... globs) throws IOException {
    return capture(globs).snapshot().pidFiles().stream().map(HeldNumber::path).toList();
  }

  @Nested
  class Tasks {
    @Test
    void areProcessesAndTheirThreads() throws IOException {
      host.process(281, 1, "java", 6000, "appd.service");
      host.thread(281, 350, 1, "pool-46-worker", 6050);
      Snapshot seen = capture().snapshot();
      assertThat(seen.host()).hasValue("web01");
      Snapshot.Kernel kernel = seen.kernel().orElseThrow();
      assertThat(kernel.boot()).isEqualTo(MadeUpHost.BOOT);
      assertThat(kernel.pidMax()).hasValue(32768);
      assertThat(kernel.time(6050)).isEqualTo(Instant.parse("2026-11-21T02:21:30.500Z"));
      assertThat(seen.tasks().stream().map(Task::tid)).containsExactly(1, 281, 350);
      Task thread = task(350);
      assertThat(thread.pid()).isEqualTo(281);
      assertThat(thread.comm()).isEqualTo("pool-46-worker");
      assertThat(thread.startTicks()).isEqualTo(6050);
      assertThat(thread.process()).isEmpty();
      Task process = task(281);
      assertThat(process.ppid()).isEqualTo(1);
      Task.OfProcess its = process.process().orElseThrow();
      assertThat(its.exe()).hasValue("/usr/sbin/java");
      assertThat(its.unit()).hasValue("appd.service");
      assertThat(its.uid()).hasValue(33);
    }

    @Test
    void ofTheKernelAreToldByTheirFlag() throws IOException {
      host.kernelThread(2, 0, "kthreadd");
      host.kernelThread(7, 2, "kworker/0:0H");
      assertThat(task(7).process().orElseThrow().exe()).as("it has none").isEmpty();
      assertThat(capture().unseen()).isEmpty();
    }

    @Test
    void ofPidTwoAreProcessesInAContainer() throws IOException {
      host.process(2, 1, "supervisord", 6000, "");
      host.process(7, 2, "worker", 6001, "");
      assertThat(task(2).process().orElseThrow().exe()).hasValue("/usr/sbin/supervisord");
      assertThat(task(7).process().orElseThrow().exe()).hasValue("/usr/sbin/worker");
    }

    @ParameterizedTest
    @CsvSource(
        ignoreLeadingAndTrailingWhitespace = false,
        value = {"') S 1 1 ('", "a b", "x\\n1 (y) R 9", ")", "((", "''"})
    void mayBeNamedAnything(String name) throws IOException {
      String comm = name.replace("\\n", "\n");
      host.thread(1, 77, 0, comm, 42);
      assertThat(task(77).comm()).isEqualTo(comm);
      assertThat(task(77).startTicks()).isEqualTo(42);
    }

    @Test
    void thatVanishMeanwhileAreLeftOut() throws IOException {
      Files.createDirectories(host.proc().resolve("90/task/90"));
      Files.createDirectories(host.proc().resolve("91"));
      host.proc("92/task/92/stat", "");
      host.thread(93, 93, 1, "half-gone", 7);
      HostCapture capture = capture();
      assertThat(capture.snapshot().tasks().stream().map(Task::tid)).containsExactly(1, 93);
      assertThat(capture.unseen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "0::/system.slice/app.service, app.service",
      "0::/system.slice/system-app.slice/app@1.service/worker, app@1.service",
      "0::/user.slice/user-7.slice/user@7.service/app.slice/own.service, user@7.service",
      "0::/user.slice/user-7.slice/session-3.scope, session-3.scope",
      "0::/_init.scope, init.scope",
      "'9:cpu:/x\n1:name=systemd:/system.slice/old.service\n0::/', old.service",
      "0::/, ",
      "0::/kubepods/pod1/2, ",
      "x, ",
    })
    void areInTheUnitOfTheirControlGroup(String cgroup, String unit) throws IOException {
      host.thread(9, 9, 1, "x", 7);
      host.proc("9/cgroup", cgroup + "\n");
      assertThat(task(9).process().orElseThrow().unit().orElse(null)).isEqualTo(unit);
    }

    @Test
    void haveNumbersInEachNamespace() throws IOException {
      host.thread(281, 281, 1, "nginx", 7);
      host.proc("281/status", "Uid:\t0\t0\t0\t0\nNSpid:\t281\t7\t1\nNSsid:\t5\n");
      assertThat(task(281).process().orElseThrow().namespacePids()).containsExactly(281, 7, 1);
    }

    @Test
    void thatAreHiddenAreMissed() throws IOException {
      Path all = Files.createDirectory(directory.resolve("hidden"));
      Files.move(host.proc().resolve("sys"), all.resolve("sys"));
      Files.move(host.proc().resolve("uptime"), all.resolve("uptime"));
      HostCapture capture = HostCapture.of(host.root(), all, List.of(), InstantSource.fixed(NOW));
      assertThat(capture.unseen()).singleElement().asString().contains("hidepid");
    }
  }

  @Test
  void needsAProc() {
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> HostCapture.of(host.root(), none, List.of(), InstantSource.fixed(NOW)))
        .isInstanceOf(IOException.class);
  }

  @Nested
  class PidFiles {
    @Test
    void areReadForTheirNumberOnly() throws IOException {
      Path file = host.file("/run/x.pid", "350\nsecret\n");
      Files.setLastModifiedTime(file, FileTime.from(NOW));
      HeldNumber held = capture().snapshot().pidFiles().getFirst();
      assertThat(held.path()).isEqualTo("/run/x.pid");
      assertThat(held.number()).isEqualTo(OptionalInt.of(350));
      assertThat(held.modified()).hasValue(NOW);
    }

    @Test
    void thatHoldNoNumberAreSeenAllTheSame() throws IOException {
      host.file("/run/a.pid", "");
      host.file("/run/b.pid", "\0\u0001\u00ff350");
      host.file("/run/c.pid", "garbage");
      host.file("/run/d.pid", "9".repeat(1 << 20));
      assertThat(capture().snapshot().pidFiles())
          .hasSize(4)
          .allMatch(held -> held.number().isEmpty());
    }

    @Test
    void areNoPipesAndNoDevices() throws Exception {
      Path run = Files.createDirectories(host.root().resolve("run"));
      Path pipe = run.resolve("x.pid");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      Files.createSymbolicLink(run.resolve("y.pid"), Path.of("x.pid"));
      Files.createSymbolicLink(run.resolve("z.pid"), Path.of("z.pid"));
      assertThat(paths()).isEmpty();
      assertThat(capture("/run/x.pid").unseen()).containsExactly("/run/x.pid: not a regular file");
    }

    @Test
    void areThoseOfUnits() throws IOException {
      host.file("/srv/app/number", "350\n");
      host.file("/etc/systemd/system/app.service", "[Service]\nPIDFile=/srv/app/number\n");
      assertThat(paths()).containsExactly("/srv/app/number");
      assertThat(capture().units()).containsEntry("/srv/app/number", "app.service");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "nginx/nginx.conf|  pid /srv/number;",
          "redis.conf|pidfile \"/srv/number\"",
          "my.cnf|pid-file = /srv/number",
          "rsyncd.conf|pid file = /srv/number",
          "squid.conf|pid_filename /srv/number",
          "postgresql/15/main/postgresql.conf|external_pid_file = '/srv/number' # x",
          "ssh/sshd_config|PidFile /srv/number",
          "default/app|PIDFILE=/srv/number",
          "logrotate.d/app|  kill -HUP $(cat /srv/x.pid)",
        })
    void areThoseThatConfigurationNames(String file, String line) throws IOException {
      host.file("/etc/" + file, "# pid /srv/commented\n" + line + "\n");
      host.file("/srv/number", "350");
      host.file("/srv/x.pid", "350");
      host.file("/srv/commented", "350");
      assertThat(paths()).containsExactly(line.contains("cat") ? "/srv/x.pid" : "/srv/number");
    }

    @Test
    void areNotWhateverConfigurationNames() throws IOException {
      host.file("/etc/a.conf", "pid ${RUN}/x.pid\nlog /srv/log\nrapid /srv/log\npid off /x\n");
      host.file("/srv/log", "350");
      host.file("/x", "350");
      assertThat(paths()).isEmpty();
    }

    @Test
    void ofUsersDisplaceNoOthers() throws IOException {
      for (int i = 0; i < 1500; i++) {
        host.file("/run/lock/a" + i + ".pid", "1");
        host.file("/run/user/1000/b" + i + ".pid", "1");
      }
      List<String> daemons =
          List.of(
              "/run/zd/z.pid", "/srv/number", "/srv/unit", "/var/lib/z/z.pid", "/var/spool/z.pid");
      for (String path : daemons) {
        host.file(path, "350");
      }
      host.file("/etc/systemd/system/app.service", "[Service]\nPIDFile=/srv/unit\n");
      HostCapture capture = capture("/srv/number");
      assertThat(capture.snapshot().pidFiles())
          .hasSize(2000 + 2)
          .extracting(HeldNumber::path)
          .containsAll(daemons);
      assertThat(capture.unseen())
          .containsExactly("more than 2000 PID files; the rest was left out");
    }

    @Test
    void ofUsersAreFoundAsLongAsThereIsRoom() throws IOException {
      host.file("/run/user/1000/a/x.pid", "1");
      host.file("/run/lock/subsys/y.pid", "1");
      assertThat(paths()).containsExactly("/run/lock/subsys/y.pid", "/run/user/1000/a/x.pid");
      assertThat(capture().unseen()).isEmpty();
    }

    @Test
    void areThoseThatTheUserNames() throws IOException {
      host.file("/srv/a/one.number", "1");
      host.file("/srv/b/two.number", "1");
      host.file("/srv/b/three", "1");
      assertThat(paths("/srv/*/*.number", "/srv/b/three"))
          .containsExactly("/srv/a/one.number", "/srv/b/three", "/srv/b/two.number");
      assertThat(paths("/srv/**.number")).hasSize(2);
      assertThat(capture("/srv/none", "/srv/*.pid", "/srv/[").unseen())
          .hasSize(4)
          .contains("/srv/none: no such file", "/srv/*.pid: no such file");
    }
  }

  @Test
  void anImageHasPidFilesAndNoProcesses() throws IOException {
    host.file("/etc/hostname", "web02\n");
    host.file("/var/lib/helperd/helperd.pid", "350\n");
    HostCapture capture = HostCapture.ofImage(host.root(), List.of(), InstantSource.fixed(NOW));
    assertThat(capture.snapshot().host()).hasValue("web02");
    assertThat(capture.snapshot().kernel()).isEmpty();
    assertThat(capture.snapshot().tasks()).isEmpty();
    assertThat(capture.snapshot().pidFiles()).hasSize(1);
  }
}
