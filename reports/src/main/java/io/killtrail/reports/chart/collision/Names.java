package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Tids;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.reports.chart.draw.Label;
import java.util.OptionalInt;

/** How processes and files are named in the picture. */
final class Names {
  /** A comm has 15 characters; what a log says can be anything. */
  private static final int LONGEST = 40;

  private Names() {}

  static String process(Holder holder) {
    return named(holder.comm().orElse("process"), OptionalInt.of(holder.pid()));
  }

  static String process(Party party) {
    return named(party.comm().orElse("a process"), party.pid());
  }

  static String process(Victim victim) {
    return named(victim.comm().orElse("a process"), victim.pid());
  }

  private static String named(String comm, OptionalInt pid) {
    return cut(comm) + (pid.isPresent() ? "[" + pid.getAsInt() + "]" : "");
  }

  /** The last part of a path. */
  static String file(String path) {
    return cut(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A path, cut only where it is very long. */
  static String path(String path) {
    return Label.cut(path, 2 * LONGEST);
  }

  static String cut(String text) {
    return Label.cut(text, LONGEST);
  }

  /** Such as {@code 200 threads, 282 to 481}; empty when none was seen. */
  static String threads(Holder holder) {
    if (holder.threads().isEmpty()) {
      return "";
    }
    int count = holder.threads().stream().mapToInt(piece -> piece.last() - piece.first() + 1).sum();
    int first = holder.threads().getFirst().first();
    int last = holder.threads().stream().mapToInt(Tids::last).max().orElse(first);
    return count == 1 ? "thread " + first : count + " threads, " + first + " to " + last;
  }
}
