package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.fact.UnitChanged.ClientSignal;
import io.killtrail.ingest.fact.UnitChanged.Deactivated;
import io.killtrail.ingest.fact.UnitChanged.Failed;
import io.killtrail.ingest.fact.UnitChanged.LeftOver;
import io.killtrail.ingest.fact.UnitChanged.MainProcess;
import io.killtrail.ingest.fact.UnitChanged.ManagerSignal;
import io.killtrail.ingest.fact.UnitChanged.OutOfMemory;
import io.killtrail.ingest.fact.UnitChanged.RestartScheduled;
import io.killtrail.ingest.fact.UnitChanged.Started;
import io.killtrail.ingest.fact.UnitChanged.Starting;
import io.killtrail.ingest.fact.UnitChanged.Stopped;
import io.killtrail.ingest.fact.UnitChanged.Stopping;
import io.killtrail.ingest.fact.UnitChanged.TimedOut;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service manager's wordings, v183 to v257; U stands for a unit's name. */
class UnitWordingsTest {
  private static final String UNIT = "app-d@1.service";

  private static Recorder said(String text) {
    return Recorder.shortForm(
        "Nov 21 02:14:43 web01 systemd[1]: " + text.replaceFirst("\\bU\\b", UNIT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U: main process exited, code=killed, status=9 | MANAGER_MAIN | KILLED | 9",
        "U: main process exited, code=exited, status=143/n/a | MANAGER_MAIN | EXITED | 143",
        "U: Main process exited, code=dumped, status=6/ABRT | MANAGER_MAIN | DUMPED | 6",
        "U: Main process exited, code=killed, status=15/TERM (success) | MANAGER_MAIN | KILLED | 15",
        "U: Main process exited, code=exited, status=1/FAILURE | MANAGER_MAIN | EXITED | 1",
        "U: control process exited, code=exited status=1 | MANAGER_CONTROL | EXITED | 1",
        "U: Control process exited, code=killed status=15 | MANAGER_CONTROL | KILLED | 15",
        "U: Control process exited, code=exited, status=203/EXEC | MANAGER_CONTROL | EXITED | 203",
        "U: Mount process exited, code=exited, status=32/n/a | MANAGER_CONTROL | EXITED | 32",
        "U: Swap process exited, code=exited status=255 | MANAGER_CONTROL | EXITED | 255",
        "U: Condition check process exited, code=exited, status=1/FAILURE | MANAGER_CONTROL | EXITED | 1",
      })
  void tellsExits(String text, Witness witness, How how, int status) {
    ProcessExited exit = said(text).only(ProcessExited.class);

    assertThat(exit.witness()).isEqualTo(witness);
    assertThat(exit.unit()).contains(UNIT);
    assertThat(exit.how()).contains(how);
    assertThat(exit.status()).hasValue(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U operation timed out. Terminating. | start | Terminating",
        "U start operation timed out. Terminating. | start | Terminating",
        "U start-pre operation timed out. Terminating. | start-pre | Terminating",
        "U start-post operation timed out. Stopping. | start-post | Stopping",
        "U reload operation timed out. Stopping. | reload | Stopping",
        "U: Start operation timed out. Terminating. | start | Terminating",
        "U: Start-pre operation timed out. Terminating. | start-pre | Terminating",
        "U: start operation timed out. Aborting. | start | Aborting",
        "U: start-post operation timed out. Skipping SIGKILL. | start-post | Skipping SIGKILL",
        "U: Start-post operation timed out. Stopping. | start-post | Stopping",
        "U: Reload operation timed out. Killing reload process. | reload | Killing reload process",
        "U: Service reached runtime time limit. Stopping. | runtime | Stopping",
        "U stopping timed out. Terminating. | stopping | Terminating",
        "U stopping timed out. Killing. | stop-sigterm | Killing",
        "U stopping timed out. Skipping SIGKILL. | stop-sigterm | Skipping SIGKILL",
        "U stopping timed out (2). Terminating. | stop-post | Terminating",
        "U stopping timed out (2). Killing. | final-sigterm | Killing",
        "U stopping timed out (2). Skipping SIGKILL. Entering failed mode. | final-sigterm | Skipping SIGKILL",
        "U stop-sigterm timed out. Killing. | stop-sigterm | Killing",
        "U stop-sigterm timed out. Skipping SIGKILL. | stop-sigterm | Skipping SIGKILL",
        "U stop-post timed out. Terminating. | stop-post | Terminating",
        "U stop-final-sigterm timed out. Killing. | final-sigterm | Killing",
        "U stop-sigabrt timed out. Terminating. | stop-sigabrt | Terminating",
        "U: Stopping timed out. Terminating. | stopping | Terminating",
        "U: Stopping timed out. Killing. | stopping | Killing",
        "U: Stopping timed out. Aborting. | stopping | Aborting",
        "U: State 'stop-sigterm' timed out. Killing. | stop-sigterm | Killing",
        "U: State 'stop-sigterm' timed out. Skipping SIGKILL. | stop-sigterm | Skipping SIGKILL",
        "U: State 'stop-sigterm' timed out. Aborting. | stop-sigterm | Aborting",
        "U: State 'stop-sigabrt' timed out. Terminating. | stop-sigabrt | Terminating",
        "U: State 'stop-watchdog' timed out. Killing. | stop-watchdog | Killing",
        "U: State 'stop-post' timed out. Terminating. | stop-post | Terminating",
        "U: State 'stop-post' timed out. Skipping SIGKILL. Entering failed mode. | stop-post | Skipping SIGKILL",
        "U: State 'stop-final-sigterm' timed out. Killing. | final-sigterm | Killing",
        "U: State 'final-sigterm' timed out. Aborting. | final-sigterm | Aborting",
        "U: State 'final-watchdog' timed out. Killing. | final-watchdog | Killing",
      })
  void tellsTimeLimits(String text, String state, String action) {
    assertThat(change(text)).isEqualTo(new TimedOut(state, Optional.of(action), Optional.empty()));
  }

  @Test
  void tellsTheWatchdogWithItsLimit() {
    Duration half = Duration.ofSeconds(90);
    assertThat(change("U watchdog timeout!")).isEqualTo(watchdog(Optional.empty()));
    assertThat(change("U watchdog timeout (limit 3s)!"))
        .isEqualTo(watchdog(Optional.of(Duration.ofSeconds(3))));
    assertThat(change("U: Watchdog timeout (limit 1min 30s)!"))
        .isEqualTo(watchdog(Optional.of(half)));
  }

  /** A scope has no commands: what did not end it is SIGTERM. */
  @Test
  void aScopesStopTimedOut() {
    for (String colon : new String[] {"", ":"}) {
      assertThat(
              Recorder.shortForm(
                      "Nov 21 02:14:43 web01 systemd[1]: run-7.scope"
                          + colon
                          + " stopping timed out. Killing.")
                  .only(UnitChanged.class)
                  .change())
          .isEqualTo(new TimedOut("stop-sigterm", Optional.of("Killing"), Optional.empty()));
    }
  }

  private static TimedOut watchdog(Optional<Duration> limit) {
    return new TimedOut("watchdog", Optional.empty(), limit);
  }

  static Stream<Arguments> life() {
    OptionalInt none = OptionalInt.empty();
    return Stream.of(
        arguments("Unit U entered failed state.", new Failed(Optional.empty())),
        arguments("U: Unit entered failed state.", new Failed(Optional.empty())),
        arguments("U failed.", new Failed(Optional.empty())),
        arguments("U: Failed with result 'exit-code'.", new Failed(Optional.of("exit-code"))),
        arguments("U: Succeeded.", new Deactivated()),
        arguments("U: Deactivated successfully.", new Deactivated()),
        arguments("U holdoff time over, scheduling restart.", new RestartScheduled(none)),
        arguments("U has no holdoff time, scheduling restart.", new RestartScheduled(none)),
        arguments("U: Service hold-off time over, scheduling restart.", new RestartScheduled(none)),
        arguments(
            "U: Service has no hold-off time, scheduling restart.", new RestartScheduled(none)),
        arguments(
            "U: Scheduled restart job, restart counter is at 4.",
            new RestartScheduled(OptionalInt.of(4))),
        arguments(
            "U: Killing process 573 (stubbornd) with signal SIGKILL.",
            new ManagerSignal(9, OptionalInt.of(573), Optional.of("stubbornd"))),
        arguments(
            "U: Killing process 5 (a) with signal x) with signal SIGABRT.",
            new ManagerSignal(6, OptionalInt.of(5), Optional.of("a) with signal x"))),
        arguments(
            "U: Killing process 15201 (n/a) with signal SIGKILL.",
            new ManagerSignal(9, OptionalInt.of(15201), Optional.empty())),
        arguments(
            "U: Sent signal SIGTERM to main process 638 (queue-runner) on client request.",
            new ClientSignal(15, OptionalInt.of(638), Optional.of("queue-runner"))),
        arguments(
            "U: Sent signal SIGRTMIN+3 to control process 12 (sh) on client request.",
            new ClientSignal(37, OptionalInt.of(12), Optional.of("sh"))),
        arguments(
            "U: Sending signal SIGHUP to process 12 (my process 7) on client request.",
            new ClientSignal(1, OptionalInt.of(12), Optional.of("my process 7"))),
        arguments(
            "U: Found left-over process 71 (sleep) in control group while starting unit. Ignoring.",
            new LeftOver(true, OptionalInt.of(71), Optional.of("sleep"))),
        arguments(
            "U: Unit process 760 (probe-target) remains running after unit stopped.",
            new LeftOver(false, OptionalInt.of(760), Optional.of("probe-target"))),
        arguments(
            "U still around after SIGKILL. Ignoring.", new LeftOver(false, none, Optional.empty())),
        arguments(
            "U still around after final SIGKILL. Entering failed mode.",
            new LeftOver(false, none, Optional.empty())),
        arguments(
            "U: Processes still around after final SIGKILL. Entering failed mode.",
            new LeftOver(false, none, Optional.empty())),
        arguments(
            "U: A process of this unit has been killed by the OOM killer.", new OutOfMemory()),
        arguments("U: systemd-oomd killed 3 process(es) in this unit.", new OutOfMemory()),
        arguments("U: systemd-oomd killed some process(es) in this unit.", new OutOfMemory()),
        arguments(
            "U: Supervising process 350 which is not our child. We'll most likely not notice when"
                + " it exits.",
            new MainProcess(350)));
  }

  @ParameterizedTest
  @MethodSource("life")
  void tellsWhatHappensToUnits(String text, Change change) {
    UnitChanged told = said(text).only(UnitChanged.class);

    assertThat(told.change()).isEqualTo(change);
    assertThat(told.unit()).contains(UNIT);
    assertThat(told.witness()).isEqualTo(UnitChanged.Witness.SYSTEM_MANAGER);
  }

  static Stream<Arguments> jobs() {
    Change stopping = new Stopping(Optional.empty());
    Change stopped = new Stopped(Optional.empty());
    return Stream.of(
        arguments("Stopping U - The app...", stopping, UNIT, "The app"),
        arguments("Stopping U...", stopping, UNIT, null),
        arguments("Stopping The app...", stopping, null, "The app"),
        arguments("Stopping The app.", stopping, null, "The app"),
        arguments("Stopped U - The app.", stopped, UNIT, "The app"),
        arguments("Stopped The app.", stopped, null, "The app"),
        arguments("Stopped The app with error.", stopped, null, "The app"),
        arguments(
            "Timed out stopping The app.", new Stopped(Optional.of("timeout")), null, "The app"),
        arguments("Starting U - The app...", new Starting(), UNIT, "The app"),
        arguments("Started The app.", new Started(), null, "The app"),
        arguments("Finished U - The app.", new Started(), UNIT, "The app"));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void tellsJobs(String text, Change change, String unit, String description) {
    UnitChanged told = said(text).only(UnitChanged.class);

    assertThat(told.change()).isEqualTo(change);
    assertThat(told.unit()).isEqualTo(Optional.ofNullable(unit));
    assertThat(told.description()).isEqualTo(Optional.ofNullable(description));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to start The app.",
        "Dependency failed for The app.",
        "U: Consumed 1.188s CPU time.",
        "U: Skipped due to 'exec-condition'.",
        "U: Service RestartSec=100ms expired, scheduling restart.",
        "U: Failed to send signal SIGTERM to main process 3 (x) on client request: No such process",
        "New main PID 7 does not exist or is a zombie.",
        "Job U/stop failed with result 'timeout'.",
        "Job dev-sda.device/start timed out.",
        "Startup finished in 3.2s.",
        "U: Killing process",
        "U: Sent signal  on client request.",
        "U:",
        "Stopping ",
        "Stopping ...",
        "U: State '' timed out",
      })
  void tellsNothingOfOtherLines(String text) {
    Recorder recorder = said(text);

    assertThat(recorder.all(UnitChanged.class)).isEmpty();
    assertThat(recorder.all(ProcessExited.class)).isEmpty();
    assertThat(recorder.rejections).isEmpty();
  }

  /** By MESSAGE_ID and fields, the text being in a language that nobody here reads. */
  @ParameterizedTest
  @MethodSource("byFields")
  void readsFieldsRatherThanText(String fields, Change change) {
    for (String text : new String[] {"U: tout autre chose", "", "U: Succeeded."}) {
      UnitChanged told = entry(fields, text).only(UnitChanged.class);

      assertThat(told.change()).isEqualTo(change);
      assertThat(told.unit()).contains(UNIT);
    }
  }

  static Stream<Arguments> byFields() {
    return Stream.of(
        arguments(
            "d9b373ed55a64feb8242e02dbe79a49c\",\"UNIT_RESULT\":\"exit-code",
            new Failed(Optional.of("exit-code"))),
        arguments("7ad2d189f7e94e70a38c781354912448", new Deactivated()),
        arguments(
            "5eb03494b6584870a536b337290809b3\",\"N_RESTARTS\":\"4",
            new RestartScheduled(OptionalInt.of(4))),
        arguments("fe6faa94e7774663a0da52717891d8ef", new OutOfMemory()),
        arguments("d989611b15e44c9dbf31e3c81256e4ed", new OutOfMemory()));
  }

  @ParameterizedTest
  @MethodSource("jobsByFields")
  void readsJobsByFieldsRatherThanText(String fields, Change change) {
    for (String text : new String[] {"tout autre chose", "", "Arrêt de U..."}) {
      UnitChanged told = entry(fields, text).only(UnitChanged.class);

      assertThat(told.change()).isEqualTo(change);
      assertThat(told.unit()).contains(UNIT);
    }
  }

  static Stream<Arguments> jobsByFields() {
    return Stream.of(
        arguments("7d4958e842da4a758f6c1cdc7b36dcc5", new Starting()),
        arguments("39f53479d3a045ac8e11786248231fbf\",\"JOB_RESULT\":\"done", new Started()),
        arguments(
            "de5b426a63be47a7b6ac3eaac82e2f6f\",\"JOB_TYPE\":\"restart",
            new Stopping(Optional.of("restart"))),
        arguments(
            "9d1aaa27d60140bd96365438aad20286\",\"JOB_RESULT\":\"timeout",
            new Stopped(Optional.of("timeout"))));
  }

  @Test
  void readsExitsByFieldsRatherThanText() {
    String fields =
        "98e322203f7a4ed290d09fe03c09fe15\",\"EXIT_CODE\":\"exited\",\"EXIT_STATUS\":\"143\",\"COMMAND\":\"";
    ProcessExited main = entry(fields + "ExecStart", "autre chose").only(ProcessExited.class);
    ProcessExited control = entry(fields + "ExecStop", "autre chose").only(ProcessExited.class);

    assertThat(main.witness()).isEqualTo(Witness.MANAGER_MAIN);
    assertThat(main.how()).contains(How.EXITED);
    assertThat(main.status()).hasValue(143);
    assertThat(main.unit()).contains(UNIT);
    assertThat(control.witness()).isEqualTo(Witness.MANAGER_CONTROL);
  }

  private static Recorder entry(String messageId, String text) {
    return Recorder.json(
        "{\"__REALTIME_TIMESTAMP\":\"1795227283000000\",\"SYSLOG_IDENTIFIER\":\"systemd\","
            + "\"_PID\":\"1\",\"_UID\":\"0\",\"_TRANSPORT\":\"journal\",\"UNIT\":\""
            + UNIT
            + "\",\"MESSAGE\":\""
            + text.replaceFirst("\\bU\\b", UNIT)
            + "\",\"MESSAGE_ID\":\""
            + messageId
            + "\"}");
  }

  @Test
  void takesUserManagersForWhatTheyAre() {
    UnitChanged told =
        Recorder.shortForm("Nov 21 02:14:43 web01 systemd[812]: app.service: Succeeded.")
            .only(UnitChanged.class);

    assertThat(told.witness()).isEqualTo(UnitChanged.Witness.USER_MANAGER);
  }

  private static Change change(String text) {
    return said(text).only(UnitChanged.class).change();
  }
}
