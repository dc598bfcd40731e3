package io.killtrail.reports.csv;

import java.util.Locale;

/** A part of a report that is a table of its own. */
public enum Section {
  /** A row each case, without its evidence. */
  CASES,
  /** A row each piece of evidence, with the id of its case. */
  EVIDENCE,
  RESTART_LOOPS,
  NEAR_MISSES,
  PRESUMED_GROUPS,
  /** A row each rule of the site, used or not. */
  EXPECTATIONS,
  COVERAGE,
  INPUTS,
  /** How many signal calls were recorded: all, refused, by signal, by sender. */
  SIGNALS;

  /** The name of the field in JSON, such as {@code restart_loops}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code restart_loops.csv}. */
  public String fileName() {
    return label() + ".csv";
  }
}
