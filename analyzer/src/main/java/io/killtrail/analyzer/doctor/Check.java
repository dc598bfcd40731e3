package io.killtrail.analyzer.doctor;

import java.util.List;

/** Looks at one thing of a host. */
public interface Check {
  /** What it found; something of each id that it has, be it that all is well. */
  List<Finding> look(ExaminedHost host);
}
