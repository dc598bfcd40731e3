package io.killtrail.analyzer.doctor;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {
  /** A question about deaths cannot be decided, or somebody is about to be killed. */
  PROBLEM,
  /** It can be decided less often, or not for long. */
  WARNING,
  /** It could not be seen. */
  UNKNOWN,
  OK;

  /** As reports have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
