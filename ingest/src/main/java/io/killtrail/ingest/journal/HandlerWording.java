package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What programs write that look at the siginfo of a signal, as a table of wordings.
 *
 * @param signal its number
 * @param sender the process that sent it
 * @param uid the sender's user, where told
 */
record HandlerWording(int signal, int sender, OptionalInt uid) {

  private interface Wording {
    Optional<HandlerWording> read(String text);
  }

  private static final Wording[] WORDINGS = {
    HandlerWording::nginx, HandlerWording::fromPid, HandlerWording::signalfd
  };

  /** Reads a message; empty if it tells no sender. */
  static Optional<HandlerWording> read(String text) {
    for (Wording wording : WORDINGS) {
      Optional<HandlerWording> read = wording.read(text);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /** nginx: {@code 281#281: signal 15 (SIGTERM) received from 996, exiting}. */
  private static Optional<HandlerWording> nginx(String text) {
    String received = ") received from ";
    int at = text.indexOf(received);
    int signal = at < 0 ? -1 : text.lastIndexOf("signal ", at);
    return signal < 0
        ? Optional.empty()
        : of(
            Digits.integerAt(text, signal + "signal ".length()),
            Digits.integerAt(text, at + received.length()),
            OptionalInt.empty());
  }

  /**
   * dhcpcd: {@code received SIGTERM from PID 996, stopping}, {@code received signal 15 from PID 9}.
   */
  private static Optional<HandlerWording> fromPid(String text) {
    int at = text.indexOf(" from PID ");
    int from = at < 0 ? text.indexOf(" from pid ") : at;
    int received = from < 0 ? -1 : text.indexOf("eceived ");
    if (received < 0 || received > from) {
      return Optional.empty();
    }
    String name = text.substring(text.lastIndexOf(' ', from - 1) + 1, from);
    return of(
        Signals.parse(name),
        Digits.integerAt(text, from + " from PID ".length()),
        OptionalInt.empty());
  }

  /**
   * Wrappers around signalfd: {@code Got 15: code 0, pid 996, uid 0}; the kernel's codes are
   * positive.
   */
  private static Optional<HandlerWording> signalfd(String text) {
    int code = text.startsWith("Got ") ? text.indexOf(": code ") : -1;
    int pid = code < 0 ? -1 : text.indexOf(", pid ", code);
    int uid = pid < 0 ? -1 : text.indexOf(", uid ", pid);
    boolean sent = code > 0 && (text.startsWith("0", code + 7) || text.startsWith("-", code + 7));
    return uid < 0 || !sent
        ? Optional.empty()
        : of(
            Digits.integer(text.substring("Got ".length(), code)),
            Digits.integerAt(text, pid + ", pid ".length()),
            Digits.integerAt(text, uid + ", uid ".length()));
  }

  private static Optional<HandlerWording> of(
      OptionalInt signal, OptionalInt sender, OptionalInt uid) {
    boolean told = signal.orElse(0) > 0 && signal.getAsInt() <= 64 && sender.orElse(0) > 0;
    return told
        ? Optional.of(new HandlerWording(signal.getAsInt(), sender.getAsInt(), uid))
        : Optional.empty();
  }
}
