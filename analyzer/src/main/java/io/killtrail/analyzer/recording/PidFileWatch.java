package io.killtrail.analyzer.recording;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The watch of one PID file. Reads are watched too: a watch for writing never shows who read the
 * stale number.
 *
 * @param path absolute
 */
public record PidFileWatch(String path) {
  /** The key that its records bear. */
  public static final String KEY = "pidfile";

  /** Reading, writing and changes of attributes. */
  static final String ACCESS = "rwa";

  /** auditctl takes a rule apart at blanks; anything odd is not worth an attempt. */
  private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._/@:+,=%-]{1,1000}");

  /** Directories below are made anew at each boot, many by the services themselves. */
  private static final Pattern VOLATILE = Pattern.compile("/(var/)?run/.+/.*");

  public PidFileWatch {
    Objects.requireNonNull(path);
    if (!canWatch(path)) {
      throw new IllegalArgumentException("no audit rule can hold this path");
    }
  }

  /** Whether a rule can hold this path: absolute, and nothing odd in it. */
  public static boolean canWatch(String path) {
    return PLAIN.matcher(path).matches();
  }

  /**
   * Whether its directory may not be there yet when rules are loaded at boot. auditctl would stop
   * at the rule, and load none of those behind it.
   */
  boolean mayFailAtBoot() {
    return VOLATILE.matcher(path).matches();
  }

  /** The rule as auditctl takes it. */
  public String rule(Width width) {
    return "-a always,exit -F arch="
        + width.label()
        + " -F path="
        + path
        + " -F perm="
        + ACCESS
        + " -F key="
        + KEY;
  }

  /** That it would have shown more, as a sentence for people that ends in the rule. */
  public String advice() {
    return "This audit rule shows " + Matter.PID_FILE.question() + ": " + rule(Width.B64);
  }
}
