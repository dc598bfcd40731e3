package io.killtrail.ingest.strace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraceReaderTest {
  private static final Instant FILE_TIME = Instant.parse("2026-11-21T02:30:00Z");
  private static final String TERM =
      "--- SIGTERM {si_signo=SIGTERM, si_code=SI_USER, si_pid=456, si_uid=1000} ---";

  private final CollectingSink sink = new CollectingSink();

  private ReadResult read(String... lines) throws IOException {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new StraceReader()
        .read(
            new ByteArrayInputStream(bytes),
            new InputContext("/trace", FILE_TIME, IngestOptions.NONE),
            sink);
  }

  private <F extends Fact> List<F> all(Class<F> kind) {
    return sink.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[pid   281] 02:14:43.123456 | 2026-11-21T02:14:43.123456Z",
        "[pid 281] 02:14:43 | 2026-11-21T02:14:43Z",
        "281   1795227736.868000 | 2026-11-21T02:22:16.868Z",
        "281 02:40:00.5 | 2026-11-20T02:40:00.500Z",
      })
  void tellsSenderAndVictim(String prefix, String time) throws IOException {
    read(prefix + " " + TERM);

    SignalSent sent = all(SignalSent.class).getFirst();
    assertThat(sent.signal()).hasValue(15);
    assertThat(sent.call()).isEmpty();
    assertThat(sent.addressed()).isEqualTo(new Addressed.Unknown());
    assertThat(sent.succeeded()).isTrue();
    assertThat(sent.sender().pid()).hasValue(456);
    assertThat(sent.sender().uid()).contains(new UserId(1000, Optional.empty()));
    assertThat(sent.targets()).singleElement().satisfies(t -> assertThat(t.opid()).isEqualTo(281));
    assertThat(sent.provenance().time()).isEqualTo(time);
    assertThat(sent.provenance().form()).isEqualTo(SourceForm.STRACE);
  }

  @Test
  void knowsTheOneProcessThatItAttachedTo() throws IOException {
    read("strace: Process 281 attached", "02:14:43.1 " + TERM);

    assertThat(all(SignalSent.class).getFirst().targets().getFirst().opid()).isEqualTo(281);
  }

  @Test
  void countsMidnights() throws IOException {
    read("281 23:59:59 close(3) = 0", "281 00:00:01 " + TERM, "281 02:00:00 close(4) = 0");

    assertThat(all(SignalSent.class).getFirst().provenance().time())
        .isEqualTo("2026-11-21T00:00:01Z");
  }

  @Test
  void takesNoSenderFromSignalsThatNobodySent() throws IOException {
    read(
        "281 02:14:43 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=9, si_uid=0} ---",
        "281 02:14:43 --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} ---",
        "281 02:14:43 --- SIGTERM (Terminated) @ 0 (0) ---");

    assertThat(sink.facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+++ killed by SIGTERM +++ | KILLED | 15",
        "+++ killed by SIGSEGV (core dumped) +++ | DUMPED | 11",
        "+++ exited with 143 +++ | EXITED | 143",
      })
  void tellsHowProcessesEnded(String text, How how, int status) throws IOException {
    read("281 02:14:43 " + text);

    ProcessExited exit = all(ProcessExited.class).getFirst();
    assertThat(exit.pid()).hasValue(281);
    assertThat(exit.how()).contains(how);
    assertThat(exit.status()).hasValue(status);
  }

  @Test
  void passesOverThreadsAndOrdinaryExits() throws IOException {
    read(
        "281 02:14:43 clone(child_stack=0x7f, flags=CLONE_VM|CLONE_THREAD) = 350",
        "350 02:14:44 +++ exited with 143 +++",
        "290 02:14:44 +++ exited with 1 +++");

    assertThat(all(ProcessExited.class)).isEmpty();
  }

  @Test
  void refusesATraceWithoutTimes() {
    assertThatThrownBy(() -> read("[pid 281] " + TERM, "[pid 281] +++ killed by SIGTERM +++"))
        .hasMessageContaining("-ttt");
    assertThat(sink.facts()).isEmpty();
  }

  @Test
  void bearsNonsense() throws IOException {
    read(
        "281 99999999999999999999.9 " + TERM,
        "281 99:99:99 " + TERM,
        "[pid 99999999999999] 02:14:43 " + TERM,
        "281 02:14:43 --- SIGRT_99 {si_signo=SIGRT_99, si_code=SI_QUEUE, si_pid=9} ---",
        "281 02:14:43 --- SIGTERM {si_code=SI_USER, si_pid=99999999999} ---",
        "281 02:14:43 close(1) = 0");

    assertThat(all(SignalSent.class)).allMatch(sent -> sent.sender().pid().isPresent());
  }
}
