package io.killtrail.ingest.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.setup.HostView.ClockState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LiveViewTest {
  private static final String STATUS = "enabled 1\\npid 7\\nbacklog_limit 64\\nlost 0\\n";

  @TempDir private Path root;

  private LiveView view() {
    return LiveView.of(root, List.of(root.resolve("sbin")), Duration.ofMillis(500));
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(root.resolve("sbin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void showsWhatTheProgramsPrint() throws IOException {
    program("auditctl", "[ $1 = -s ] && printf '" + STATUS + "' || echo 'No rules'");
    assertThat(view().auditStatus().shown())
        .hasValueSatisfying(text -> assertThat(text).contains("pid 7"));
    assertThat(view().auditRules().shown()).contains("No rules\n");
  }

  @Test
  void tellsAProgramThatIsNotThereFromOneThatRefuses() throws IOException {
    assertThat(view().auditStatus()).isInstanceOf(Sight.Missing.class);
    program("auditctl", "echo You must be root to run this program. >&2; exit 4");
    assertThat(view().auditStatus()).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void believesNoProgramThatSaysSomethingElse() throws IOException {
    program("auditctl", "echo '<html>'");
    assertThat(view().auditStatus()).isInstanceOf(Sight.Hidden.class);
    assertThat(view().auditRules()).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void doesNotWaitForAProgramThatHangs() throws IOException {
    program("auditctl", "exec sleep 300");
    assertThat(view().auditStatus()).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void doesNotReadWithoutEnd() throws IOException {
    program("auditctl", "exec yes '-w /x -p wa'");
    assertThat(view().auditRules()).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void asksEachProgramOnce() throws IOException {
    program("auditctl", "echo x >>" + root.resolve("asked") + "; printf '" + STATUS + "'");
    LiveView view = view();
    view.auditStatus();
    view.auditStatus();
    assertThat(root.resolve("asked")).hasContent("x");
  }

  @Test
  void readsPropertiesOfAUnit() throws IOException {
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=failed\\nResult=exit-code\\n'");
    assertThat(view().unit("a.service").shown().orElse(Map.of()))
        .containsEntry("ActiveState", "failed");
    program("systemctl", "printf 'LoadState=not-found\\nActiveState=inactive\\n'");
    assertThat(view().unit("a.service")).isInstanceOf(Sight.Missing.class);
    program("systemctl", "exit 1");
    assertThat(view().unit("a.service")).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void readsTheVersionOfTheManager() throws IOException {
    program("systemctl", "echo Version=257.9-1~deb13u1");
    assertThat(view().managerVersion().shown()).contains(257);
  }

  @Test
  void knowsHowTheClockIsKept() throws IOException {
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=inactive\\n'");
    assertThat(view().clock().shown()).contains(ClockState.UNSYNCHRONISED);
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=active\\n'");
    assertThat(view().clock().shown()).contains(ClockState.SERVED);
    Files.createDirectories(root.resolve("run/systemd/timesync"));
    Files.createFile(root.resolve("run/systemd/timesync/synchronized"));
    assertThat(view().clock().shown()).contains(ClockState.SYNCHRONISED);
  }

  @Test
  void believesTheKernelMoreThanNamesOfServices() throws IOException {
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=active\\n'");
    program("timedatectl", "[ \"$*\" = 'show --property=NTPSynchronized' ] && echo ${2#*=}=no");
    assertThat(view().clock().shown()).contains(ClockState.UNSYNCHRONISED);
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=inactive\\n'");
    program("timedatectl", "echo NTPSynchronized=yes");
    assertThat(view().clock().shown())
        .as("by a service of any name")
        .contains(ClockState.SYNCHRONISED);
  }

  @Test
  void asksForServicesWhereTimedatectlDoesNotTell() throws IOException {
    program("systemctl", "printf 'LoadState=loaded\\nActiveState=active\\n'");
    for (String silent : List.of("exit 1", "echo NTPSynchronized=perhaps", "exec sleep 300")) {
      program("timedatectl", silent);
      assertThat(view().clock().shown()).as(silent).contains(ClockState.SERVED);
    }
  }

  /** Names of processes are hostile: they may hold what stands between fields. */
  @Test
  void findsProcessesThatAreOlder() throws IOException {
    stat(1, "systemd", 5, 0);
    stat(2, "kthreadd", 1, 0x200000);
    stat(30, "a) R 1 (b", 90, 0);
    stat(100, "auditd", 100, 0);
    stat(200, "younger", 101, 0);
    Files.createDirectories(root.resolve("proc/300"));
    assertThat(view().olderThan(100).shown())
        .hasValueSatisfying(
            older -> {
              assertThat(older.count()).isEqualTo(2);
              assertThat(older.manager()).isTrue();
              assertThat(older.names()).containsExactlyInAnyOrder("systemd", "a) R 1 (b");
            });
    assertThat(view().olderThan(4711)).isInstanceOf(Sight.Missing.class);
  }

  private void stat(int pid, String name, long start, long flags) throws IOException {
    Path directory = Files.createDirectories(root.resolve("proc/" + pid));
    String before = pid + " (" + name + ") S 0 1 1 0 -1 " + flags;
    Files.writeString(directory.resolve("stat"), before + " 0".repeat(12) + " " + start + " 0 0\n");
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(view().file("etc/audit/auditd.conf")).isInstanceOf(Sight.Missing.class);
    assertThat(view().names("etc/audit/rules.d")).isInstanceOf(Sight.Missing.class);
    assertThat(view().freeBytes("nosuch")).isInstanceOf(Sight.Missing.class);
    assertThat(view().freeBytes(".").shown()).isPresent();
  }
}
