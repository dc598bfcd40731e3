package io.killtrail.analyzer.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A process that sent or asked: sender, requester or origin of a case.
 *
 * @param command its command line as far as known; a PROCTITLE may be older than the deed
 * @param chain its ancestors up to the service manager, nearest first, each as {@code comm[pid]}
 * @param confidence how sure it is that this is the one; of a recorded sender always proven
 */
public record Party(
    OptionalInt pid,
    OptionalInt ppid,
    Optional<String> comm,
    Optional<String> exe,
    Optional<String> command,
    OptionalLong auid,
    Optional<String> auidName,
    OptionalLong uid,
    Optional<String> tty,
    OptionalLong session,
    Optional<String> unit,
    List<String> chain,
    Confidence confidence) {
  public Party {
    Objects.requireNonNull(pid);
    Objects.requireNonNull(ppid);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(exe);
    Objects.requireNonNull(command);
    Objects.requireNonNull(auid);
    Objects.requireNonNull(auidName);
    Objects.requireNonNull(uid);
    Objects.requireNonNull(tty);
    Objects.requireNonNull(session);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(confidence);
    chain = List.copyOf(chain);
  }
}
