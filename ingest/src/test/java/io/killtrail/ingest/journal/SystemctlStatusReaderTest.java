package io.killtrail.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Failed;
import io.killtrail.ingest.fact.UnitChanged.MainProcess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemctlStatusReaderTest {
  private static final String ACTIVE =
      "     Active: failed (Result: exit-code) since Fri 2026-11-20 21:14:43 EST; 3min ago";

  private final Recorder recorder = new Recorder();

  private void read(String... lines) {
    recorder.read(new SystemctlStatusReader(), Recorder.FILE_TIME, IngestOptions.NONE, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "● appd.service - The app",
        "× appd.service - The app",
        "* appd.service - The app",
        "appd.service - The app",
        "○ appd.service",
      })
  void tellsStateAndExitOfAUnit(String head) {
    read(
        head,
        "     Loaded: loaded (/etc/systemd/system/appd.service; enabled; preset: enabled)",
        ACTIVE,
        "   Duration: 34min 44.375s",
        "    Process: 281 ExecStart=/usr/bin/java (x) -jar app.jar (code=exited, status=143)",
        "   Main PID: 281 (code=exited, status=143)",
        "        CPU: 6.710s",
        "",
        "Nov 20 21:10:00 web01 java[281]: hello");

    ProcessExited exit = recorder.only(ProcessExited.class);
    assertThat(exit.unit()).contains("appd.service");
    assertThat(exit.witness()).isEqualTo(ProcessExited.Witness.MANAGER_MAIN);
    assertThat(exit.pid()).hasValue(281);
    assertThat(exit.how()).contains(How.EXITED);
    assertThat(exit.status()).hasValue(143);
    assertThat(exit.provenance().time()).isEqualTo("2026-11-21T02:14:43Z");
    assertThat(exit.provenance().form()).isEqualTo(SourceForm.STATUS);
    assertThat(exit.provenance().node()).contains("web01");
    assertThat(recorder.only(UnitChanged.class).change())
        .isEqualTo(new Failed(Optional.of("exit-code")));
    assertThat(recorder.rejections).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(code=killed, signal=TERM) | KILLED | 15",
        "(code=dumped, signal=SEGV) | DUMPED | 11",
        "(code=exited, status=143/n/a) | EXITED | 143",
        "(code=exited, status=1/FAILURE) | EXITED | 1",
      })
  void readsEveryKindOfEnd(String end, How how, int status) {
    read("● a.service - A", ACTIVE, "   Main PID: 281 " + end);

    assertThat(recorder.only(ProcessExited.class).how()).contains(how);
    assertThat(recorder.only(ProcessExited.class).status()).hasValue(status);
  }

  @Test
  void readsTheJournalLinesToo() {
    read(
        "● a.service - A",
        ACTIVE,
        "   Main PID: 281 (code=killed, signal=KILL)",
        "",
        "Nov 21 02:14:43 web01 systemd[1]: a.service: Main process exited, code=killed,"
            + " status=9/KILL",
        "Hint: Some lines were ellipsized, use -l to show in full.");

    assertThat(recorder.all(ProcessExited.class))
        .extracting(exit -> exit.provenance().form())
        .containsExactlyInAnyOrder(SourceForm.STATUS, SourceForm.JOURNAL_SHORT);
    assertThat(recorder.rejections).isEmpty();
  }

  @Test
  void tellsTheMainProcessOfARunningUnit() {
    read(
        "● a.service - A",
        "     Active: active (running) since Sat 2026-11-21 02:14:43 UTC; 1h ago",
        "    Process: 270 ExecStartPre=/bin/x (code=exited, status=1/FAILURE)",
        "   Main PID: 281 (java)");

    assertThat(recorder.all(UnitChanged.class))
        .extracting(UnitChanged::change)
        .contains(new MainProcess(281));
    assertThat(recorder.all(ProcessExited.class)).isEmpty();
  }

  @Test
  void doesNotTakeAnInactiveUnitForDead() {
    read(
        "○ a.service - A",
        "     Active: inactive (dead) since Sat 2026-11-21 02:14:43 UTC; 1h ago");

    assertThat(recorder.facts).isEmpty();
  }

  @Test
  void givesTheSameIdsHoweverLongAgoItWas() {
    read("● a.service - A", ACTIVE, "   Main PID: 281 (code=killed, signal=KILL)");
    List<String> ids = List.copyOf(recorder.ids());
    recorder.facts.clear();
    read(
        "● a.service - A",
        ACTIVE.replace("3min ago", "2 days ago"),
        "   Main PID: 281 (code=killed, signal=KILL)");

    assertThat(recorder.ids()).isEqualTo(ids).hasSize(2);
  }
}
