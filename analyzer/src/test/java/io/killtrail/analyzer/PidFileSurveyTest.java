package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import io.killtrail.ingest.capture.HostCapture;
import io.killtrail.ingest.snapshot.HeldNumber;
import io.killtrail.ingest.snapshot.Snapshot;
import io.killtrail.ingest.snapshot.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PidFileSurveyTest {
  private static final Instant BOOT = Instant.parse("2026-11-21T02:00:00Z");
  private static final Instant NOW = BOOT.plus(Duration.ofHours(1));
  private static final long HERTZ = 100;

  private final List<Task> tasks = new ArrayList<>();
  private final List<HeldNumber> files = new ArrayList<>();
  private final Map<String, String> units = new TreeMap<>();

  PidFileSurveyTest() {
    process(1, 0, "systemd", 0, "init.scope");
  }

  private void process(int pid, int ppid, String comm, int second, String unit, Integer... ids) {
    process(
        pid,
        ppid,
        comm,
        second,
        new Task.OfProcess(
            Optional.of("/usr/bin/" + comm), Optional.of(unit), OptionalLong.of(0), List.of(ids)));
  }

  private void process(int pid, int ppid, String comm, int second, Task.OfProcess its) {
    tasks.add(new Task(pid, pid, ppid, comm, second * HERTZ, Optional.of(its)));
  }

  private void kernelThread(int pid, int ppid, String comm) {
    process(
        pid,
        ppid,
        comm,
        0,
        new Task.OfProcess(Optional.empty(), Optional.empty(), OptionalLong.of(0), List.of()));
  }

  private void thread(int pid, int tid, String comm, int second) {
    tasks.add(new Task(pid, tid, 1, comm, second * HERTZ, Optional.empty()));
  }

  private void file(String path, int number, int second) {
    files.add(
        new HeldNumber(
            path,
            OptionalInt.of(number),
            Optional.of(BOOT.plusSeconds(second)),
            OptionalLong.of(7)));
  }

  private HostCapture capture() {
    Snapshot.Kernel kernel =
        new Snapshot.Kernel(
            "2b83f51991ac42c386393666cd7407d1", BOOT, HERTZ, OptionalLong.of(32768));
    return new HostCapture(
        new Snapshot(NOW, Optional.of("web01"), Optional.of(kernel), tasks, files),
        units,
        Map.of(),
        List.of());
  }

  private PidFileStanding only() throws IOException {
    List<PidFileStanding> all = PidFileSurvey.of(capture(), Optional.empty()).files();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aFileThatIsYoungerThanItsProcessIsValid() throws IOException {
    process(281, 1, "appd", 10, "appd.service");
    file("/run/appd.pid", 281, 11);
    assertThat(only().state()).hasValue(State.VALID);
    assertThat(only().holder().orElseThrow().unit()).hasValue("appd.service");
  }

  @Test
  void aFileOfAnEarlierBootThatNamesAThreadIsArmed() throws IOException {
    process(281, 1, "java", 10, "appd.service");
    thread(281, 350, "pool-46-worker", 12);
    file("/var/lib/helperd/helperd.pid", 350, -600);
    PidFileStanding file = only();
    assertThat(file.state()).hasValue(State.ARMED);
    PidFileStanding.Holder holder = file.holder().orElseThrow();
    assertThat(holder.pid()).isEqualTo(281);
    assertThat(holder.comm()).hasValue("java");
    assertThat(holder.tid()).hasValue(350);
    assertThat(holder.thread()).hasValue("pool-46-worker");
    assertThat(holder.unit()).hasValue("appd.service");
    assertThat(file.staleSince()).hasValue(BOOT);
    assertThat(file.nextBoot().orElseThrow().odds().orElseThrow().bootsTaken()).isEqualTo(1);
    assertThat(file.nextBoot().orElseThrow().earlyHighest()).hasValue(350);
  }

  @Test
  void aNumberThatAnotherProcessGotLaterIsArmed() throws IOException {
    process(281, 1, "java", 100, "appd.service");
    file("/run/helperd.pid", 281, 50);
    assertThat(only().state()).hasValue(State.ARMED);
    assertThat(only().nextBoot().orElseThrow().removed()).isTrue();
  }

  /** No file of /run outlives a boot: its time is of a clock that was wrong. */
  @Test
  void aDaemonThatWroteItsFileBeforeTheClockWasSetHasAValidOne() throws IOException {
    process(281, 1, "appd", 10, "appd.service");
    file("/run/appd.pid", 281, -86_400);
    assertThat(only().state()).hasValue(State.VALID);
    assertThat(only().staleSince()).isEmpty();
  }

  @Test
  void aFileBearsNoNameButItsUnitTellsWhoseItIsAfterTheClockWasSet() throws IOException {
    process(281, 1, "java", 10, "appd.service");
    file("/var/run/number", 281, -86_400);
    assertThat(only().state()).isEmpty();
    assertThat(only().reason()).contains("the clock was set");
    units.put("/var/run/number", "appd.service");
    assertThat(only().state()).hasValue(State.VALID);
  }

  @Test
  void aThreadIsNoOwnerWhateverTheClockWas() throws IOException {
    process(281, 1, "java", 10, "appd.service");
    thread(281, 350, "worker", 12);
    file("/run/helperd.pid", 350, -86_400);
    assertThat(only().state()).hasValue(State.ARMED);
    assertThat(only().reason()).contains("no part in the file");
  }

  @Test
  void aSmallStepOfTheClockArmsNobodysOwnFile() throws IOException {
    process(281, 1, "appd", 60, "appd.service");
    process(282, 1, "java", 60, "web.service");
    file("/run/appd.pid", 281, 50);
    file("/run/number", 282, 50);
    file("/run/strange", 282, 50);
    units.put("/run/number", "web.service");
    List<PidFileStanding> all = PidFileSurvey.of(capture(), Optional.empty()).files();
    assertThat(all)
        .extracting(PidFileStanding::path, PidFileStanding::state)
        .containsExactly(
            tuple("/run/strange", Optional.of(State.ARMED)),
            tuple("/run/appd.pid", Optional.empty()),
            tuple("/run/number", Optional.empty()));
    assertThat(all.get(1).reason()).contains("began after the file").contains("the clock was set");
  }

  /** Without a battery behind it a clock begins years ago, also for files that stay. */
  @Test
  void anOwnFileThatOutlivesBootsIsNotArmedByItsAgeAlone() throws IOException {
    process(281, 1, "appd", 10, "appd.service");
    file("/var/lib/appd/appd.pid", 281, -86_400);
    assertThat(only().state()).isEmpty();
  }

  @Test
  void aThreadIsNoOwnerHoweverYoungTheFileIs() throws IOException {
    process(281, 1, "java", 10, "appd.service");
    thread(281, 350, "worker", 12);
    file("/var/lib/helperd/helperd.pid", 350, 600);
    file("/var/lib/appd/java.pid", 350, 600);
    List<PidFileStanding> all = PidFileSurvey.of(capture(), Optional.empty()).files();
    assertThat(all.get(0).path()).isEqualTo("/var/lib/helperd/helperd.pid");
    assertThat(all.get(0).state()).hasValue(State.ARMED);
    assertThat(all.get(1).state()).as("its own by name").hasValue(State.VALID);
  }

  @Test
  void aNumberThatNobodyHasIsStale() throws IOException {
    file("/var/lib/helperd/helperd.pid", 350, 10);
    assertThat(only().state()).hasValue(State.STALE);
    assertThat(only().holder()).isEmpty();
  }

  @Test
  void aThreadOfTheKernelCannotBeHit() throws IOException {
    kernelThread(2, 0, "kthreadd");
    kernelThread(7, 2, "kworker/0:0H");
    file("/var/lib/app/app.pid", 7, -600);
    assertThat(only().state()).hasValue(State.STALE);
    assertThat(only().reason()).contains("kernel thread");
  }

  @Test
  void inAContainerPidTwoAndItsChildrenAreLikeAllOthers() throws IOException {
    process(2, 1, "supervisord", 2, "");
    process(7, 2, "worker", 3, "");
    file("/var/lib/app/app.pid", 7, -600);
    assertThat(only().state()).hasValue(State.ARMED);
  }

  @Test
  void aNumberOfANamespaceIsNotGuessed() throws IOException {
    process(281, 1, "nginx", 10, "docker.service", 281, 1);
    file("/srv/volume/nginx.pid", 1, 600);
    assertThat(only().state()).isEmpty();
    assertThat(only().reason()).contains("nginx[281]");
  }

  @Test
  void aProcessOfAnotherUnitIsNotGuessed() throws IOException {
    process(281, 1, "java", 10, "other.service");
    file("/srv/number", 281, 600);
    units.put("/srv/number", "appd.service");
    assertThat(only().state()).isEmpty();
    units.put("/srv/number", "other.service");
    assertThat(only().state()).hasValue(State.VALID);
  }

  @Test
  void aFileWithoutANumberNamesNobody() throws IOException {
    files.add(
        new HeldNumber("/run/x.pid", OptionalInt.empty(), Optional.of(NOW), OptionalLong.empty()));
    assertThat(only().state()).hasValue(State.STALE);
    assertThat(only().reason()).contains("no number");
  }

  @Test
  void whatCouldNotBeReadIsSaid() throws IOException {
    HostCapture seen = capture();
    HostCapture capture =
        new HostCapture(
            seen.snapshot(), Map.of(), Map.of("/run/x.pid", "permission denied"), List.of("x"));
    PidFileStanding file = PidFileSurvey.of(capture, Optional.empty()).files().getFirst();
    assertThat(file.state()).isEmpty();
    assertThat(file.reason()).contains("permission denied");
  }

  @Test
  void whatASnapshotCannotHoldIsSaidAndTheRestIsTold() throws IOException {
    files.add(
        new HeldNumber(
            "/run/x.pid", OptionalInt.of(350), Optional.of(NOW), OptionalLong.of(Long.MIN_VALUE)));
    file("/run/y.pid", 351, 10);
    PidFileSurvey.Found found = PidFileSurvey.of(capture(), Optional.empty());
    assertThat(found.files()).extracting(PidFileStanding::path).containsExactly("/run/y.pid");
    assertThat(found.unseen())
        .containsExactly("a row of the snapshot was left out: inode is no number");
  }

  @Test
  void inAnImageNobodyIsAlive() throws IOException {
    file("/var/lib/helperd/helperd.pid", 350, 10);
    HostCapture capture =
        new HostCapture(
            new Snapshot(NOW, Optional.of("web01"), Optional.empty(), List.of(), files),
            Map.of(),
            Map.of(),
            List.of());
    PidFileStanding file = PidFileSurvey.of(capture, Optional.empty()).files().getFirst();
    assertThat(file.state()).isEmpty();
    assertThat(file.reason()).contains("image");
    assertThat(file.number()).hasValue(350);
  }
}
