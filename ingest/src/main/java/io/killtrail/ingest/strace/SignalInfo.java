package io.killtrail.ingest.strace;

import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A signal with the siginfo_t that came with it (sigaction(2)), if a process sent it: {@code ---
 * SIGTERM {si_signo=SIGTERM, si_code=SI_USER, si_pid=456, si_uid=0} ---}. With other codes si_pid
 * names no sender: CLD_EXITED's is the child.
 */
record SignalInfo(int signal, int sender, OptionalInt uid) {
  private static final String BEGIN = "--- ";

  static Optional<SignalInfo> read(String text) {
    int brace = text.startsWith(BEGIN + "SIG") ? text.indexOf(" {") : -1;
    boolean sent =
        text.contains("si_code=SI_USER")
            || text.contains("si_code=SI_TKILL")
            || text.contains("si_code=SI_QUEUE");
    if (brace < 0 || !sent) {
      return Optional.empty();
    }
    // strace counts real-time signals from SIGRT_0, the kernel's 32.
    String name = text.substring(BEGIN.length(), brace);
    OptionalInt signal = name.startsWith("SIGRT_") ? realTime(name) : Signals.parse(name);
    OptionalInt sender = value(text, "si_pid=");
    return signal.isPresent() && sender.isPresent()
        ? Optional.of(new SignalInfo(signal.getAsInt(), sender.getAsInt(), value(text, "si_uid=")))
        : Optional.empty();
  }

  private static OptionalInt realTime(String name) {
    OptionalInt above = value(name, "SIGRT_");
    return above.isPresent() && above.getAsInt() <= 32
        ? OptionalInt.of(32 + above.getAsInt())
        : OptionalInt.empty();
  }

  /** The number after a key. */
  static OptionalInt value(String text, String key) {
    int at = text.indexOf(key);
    int from = at + key.length();
    int end = from;
    while (at >= 0 && end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    try {
      return at < 0 || end == from
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(text, from, end, 10));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
