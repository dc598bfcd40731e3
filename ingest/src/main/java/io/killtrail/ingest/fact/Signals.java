package io.killtrail.ingest.fact;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Signal numbers and names, as on all architectures but mips, parisc, sparc and alpha (kernel
 * {@code include/uapi/asm-generic/signal.h}).
 */
public final class Signals {
  public static final int HUP = 1;
  public static final int INT = 2;
  public static final int QUIT = 3;
  public static final int KILL = 9;
  public static final int PIPE = 13;
  public static final int TERM = 15;
  public static final int CONT = 18;

  /** The first real-time signal that programs may use; 32 and 33 belong to glibc. */
  private static final int RTMIN = 34;

  private static final int RTMAX = 64;

  private static final int SHELL_BASE = 128;

  private static final String[] NAMES = {
    "0", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU",
    "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS"
  };

  private Signals() {}

  /**
   * Such as {@code SIGTERM}, {@code SIGRTMIN+3}; {@code 0} for a probe, the bare number if none.
   */
  public static String name(int signal) {
    if (signal > 0 && signal < NAMES.length) {
      return "SIG" + NAMES[signal];
    }
    if (signal >= RTMIN && signal <= RTMAX) {
      return signal == RTMIN ? "SIGRTMIN" : "SIGRTMIN+" + (signal - RTMIN);
    }
    return Integer.toString(signal);
  }

  /**
   * Reads {@code TERM}, {@code SIGTERM}, {@code sigterm}, {@code 15}, {@code RTMIN+3}; empty if
   * none.
   */
  public static OptionalInt parse(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (!word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(word);
      return number <= RTMAX ? OptionalInt.of(number) : OptionalInt.empty();
    }
    String bare = word.startsWith("SIG") ? word.substring(3) : word;
    for (int i = 1; i <= RTMAX; i++) {
      if (name(i).equals("SIG" + bare)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The status with which shells, and programs that handle it, exit for a signal: 128 and its
   * number, such as 143 for SIGTERM.
   */
  public static int exitStatus(int signal) {
    return SHELL_BASE + signal;
  }

  /** The signal that an exit status stands for; empty if none. */
  public static OptionalInt ofExitStatus(int status) {
    return status > SHELL_BASE && status <= SHELL_BASE + RTMAX
        ? OptionalInt.of(status - SHELL_BASE)
        : OptionalInt.empty();
  }

  /**
   * Whether a process that neither handles nor blocks it dies of it (signal(7), default action).
   */
  public static boolean fatalByDefault(int signal) {
    return switch (signal) {
      case 0, 17, CONT, 19, 20, 21, 22, 23, 28 -> false; // CHLD, STOP, TSTP, TTIN, TTOU, URG, WINCH
      default -> signal > 0 && signal <= RTMAX;
    };
  }
}
