package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.RestartLoop;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The cases of one host that were asked for. */
public final class Answers {
  /** So many are kept, the latest: so memory stays bounded. */
  private static final int MOST = 10_000;

  private final List<RestartLoop> loops;
  private final Deque<Case> latest = new ArrayDeque<>();
  private long all;

  Answers(List<RestartLoop> loops) {
    this.loops = List.copyOf(loops);
  }

  /** Takes them window by window. */
  void add(Case each) {
    all++;
    latest.addLast(each);
    if (latest.size() > MOST) {
      latest.removeFirst();
    }
  }

  /** The latest, in order of time. */
  public List<Case> cases() {
    return latest.stream()
        .sorted(Comparator.comparing(Case::time).thenComparing(Case::id))
        .toList();
  }

  /** How many there are, also those that are not kept. */
  public long all() {
    return all;
  }

  /** The units of this host that are restarted again and again. */
  public List<RestartLoop> loops() {
    return loops;
  }
}
