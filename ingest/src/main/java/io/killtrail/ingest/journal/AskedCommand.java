package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A command that a process was asked to run, or was let run, by its own word or another's.
 *
 * @param tty terminal of who asked, without {@code /dev/}
 * @param user who asked, by the name that the line gives
 */
record AskedCommand(String command, Optional<String> tty, Optional<UserId> user) {
  private static final String DEV = "/dev/";

  /** Terminals are told with and without their directory, and by a word where there is none. */
  static Optional<String> terminal(String tty) {
    String name = tty.startsWith(DEV) ? tty.substring(DEV.length()) : tty;
    return name.isEmpty() || name.equals("unknown") ? Optional.empty() : Optional.of(name);
  }

  void of(Actor process, EntryFacts facts) {
    Actor asking =
        new Actor(
            process.pid(),
            process.ppid(),
            process.comm(),
            process.exe(),
            Optional.of(command),
            process.auid(),
            process.uid().or(() -> user),
            process.euid(),
            tty,
            process.session(),
            process.subject());
    facts.add(
        provenance ->
            new ProcessSeen(
                provenance,
                ProcessSeen.By.USER_RECORD,
                asking,
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }
}
