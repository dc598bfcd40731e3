package io.killtrail.ingest.fact;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A process as a record describes it. What the record does not say is empty.
 *
 * @param pid process id (tgid; before kernel 4.9 audit wrote the thread's id here)
 * @param ppid parent's process id
 * @param comm command name, at most 15 bytes; of a sender it is the sending thread's name
 * @param exe path of the executable; ends in {@code (deleted)} when the file was gone
 * @param command command line. Out of PROCTITLE it is a hint only: the kernel caches it and it
 *     often is an older one.
 * @param auid login uid; empty when unset
 * @param uid real uid
 * @param euid effective uid
 * @param tty terminal without {@code /dev/}; empty when {@code (none)}
 * @param session audit session; empty when unset
 * @param subject security label of the process ({@code subj=})
 */
public record Actor(
    OptionalInt pid,
    OptionalInt ppid,
    Optional<String> comm,
    Optional<String> exe,
    Optional<String> command,
    Optional<UserId> auid,
    Optional<UserId> uid,
    Optional<UserId> euid,
    Optional<String> tty,
    OptionalLong session,
    Optional<String> subject) {

  /** A process of which nothing is known. */
  public static final Actor UNKNOWN =
      new Actor(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());

  public Actor {
    Objects.requireNonNull(pid);
    Objects.requireNonNull(ppid);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(exe);
    Objects.requireNonNull(command);
    Objects.requireNonNull(auid);
    Objects.requireNonNull(uid);
    Objects.requireNonNull(euid);
    Objects.requireNonNull(tty);
    Objects.requireNonNull(session);
    Objects.requireNonNull(subject);
  }

  /** The same process with this real uid. */
  public Actor withUid(UserId known) {
    return new Actor(
        pid, ppid, comm, exe, command, auid, Optional.of(known), euid, tty, session, subject);
  }

  /** The process with this id, of which only names are known. */
  public static Actor of(int pid, Optional<String> comm, Optional<String> exe) {
    return new Actor(
        OptionalInt.of(pid),
        OptionalInt.empty(),
        comm,
        exe,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
