package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.RestartScheduled;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Upstart says of its jobs (init/job_process.c): {@code tty (/dev/tty1) main process (1011)
 * killed by TERM signal}, {@code rc main process (7) terminated with status 143}, {@code app main
 * process ended, respawning}. A job stands in the place of a unit.
 */
final class UpstartMessages implements MessageReader {
  private static final String PROCESS = " process (";
  private static final String TERMINATED = ") terminated with status ";
  private static final String KILLED = ") killed by ";
  private static final String RESPAWNING = " main process ended, respawning";

  @Override
  public void read(Message message, EntryFacts facts) {
    if (!message.from("init")) {
      return;
    }
    String text = message.text();
    int process = text.indexOf(PROCESS);
    if (process > 0) {
      exited(text, process, facts);
    } else if (text.endsWith(RESPAWNING)) {
      Optional<String> job = Optional.of(text.substring(0, text.length() - RESPAWNING.length()));
      facts.add(
          provenance ->
              new UnitChanged(
                  provenance,
                  job,
                  Optional.empty(),
                  Optional.empty(),
                  UnitChanged.Witness.SYSTEM_MANAGER,
                  new RestartScheduled(OptionalInt.empty())));
    }
  }

  private static void exited(String text, int process, EntryFacts facts) {
    int kind = text.lastIndexOf(' ', process - 1);
    int pid = process + PROCESS.length();
    int after = Digits.end(text, pid);
    boolean killed = text.startsWith(KILLED, after);
    if (kind <= 0 || !(killed || text.startsWith(TERMINATED, after))) {
      return;
    }
    OptionalInt status =
        killed
            ? signal(text.substring(after + KILLED.length()))
            : Digits.integerAt(text, after + TERMINATED.length());
    boolean main = text.startsWith("main", kind + 1);
    facts.add(
        provenance ->
            new ProcessExited(
                provenance,
                main ? Witness.MANAGER_MAIN : Witness.MANAGER_CONTROL,
                Digits.integerAt(text, pid),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text.substring(0, kind)),
                Optional.of(killed ? How.KILLED : How.EXITED),
                status));
  }

  /** {@code TERM signal}, or {@code signal 15} for one that Upstart has no name for. */
  private static OptionalInt signal(String words) {
    int blank = words.indexOf(' ');
    return words.startsWith("signal ")
        ? Digits.integerAt(words, "signal ".length())
        : Signals.parse(blank < 0 ? words : words.substring(0, blank));
  }
}
