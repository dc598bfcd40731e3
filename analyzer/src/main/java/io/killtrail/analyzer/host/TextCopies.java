package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One line told by several text forms, such as {@code short} and {@code short-iso-precise} of one
 * journal, or a syslog file beside it: the same words in the same second, as often as one of them
 * has them. Their ids differ, since all that names such a line is the line itself.
 */
final class TextCopies {
  private static final Provenance NOWHERE =
      new Provenance(
          new FactId(""),
          Instant.EPOCH,
          SourceForm.JOURNAL_SHORT,
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          List.of());

  private static final Comparator<Fact> IN_PLACE =
      Comparator.comparing(TextCopies::input)
          .thenComparingLong(TextCopies::offset)
          .thenComparing(fact -> fact.provenance().id());

  /** What is said, when, and for how many times in that second. */
  private record Saying(Object content, long second, int time) {}

  /** What text forms tell alike of a signal: users may be named or numbered. */
  private record Act(
      OptionalInt sender, Optional<String> comm, Addressed addressed, OptionalInt signal) {}

  /** Of the sayings of one input, how many there were. */
  private record Counted(String input, Object content, long second) {}

  private TextCopies() {}

  /** Each saying once, from the form with the finest stamp. */
  static List<Fact> without(Collection<Fact> undated) {
    List<Fact> sorted = new ArrayList<>(undated);
    sorted.sort(IN_PLACE);
    Map<Counted, Integer> counts = new HashMap<>();
    Map<Saying, Fact> best = new LinkedHashMap<>();
    for (Fact fact : sorted) {
      Object content = content(fact);
      long second = fact.provenance().time().getEpochSecond();
      int time = counts.merge(new Counted(input(fact), content, second), 1, Integer::sum);
      best.merge(new Saying(content, second, time), fact, TextCopies::finer);
    }
    return List.copyOf(best.values());
  }

  private static Object content(Fact fact) {
    return fact instanceof SignalSent sent && sent.call().isPresent()
        ? new Act(sent.sender().pid(), sent.sender().comm(), sent.addressed(), sent.signal())
        : Moved.with(fact, NOWHERE);
  }

  private static Fact finer(Fact one, Fact other) {
    int byForm = one.provenance().form().compareTo(other.provenance().form());
    if (byForm != 0) {
      return byForm < 0 ? one : other;
    }
    return one.provenance().cutToSecond() && !other.provenance().cutToSecond() ? other : one;
  }

  private static String input(Fact fact) {
    List<?> raw = fact.provenance().raw();
    return raw.isEmpty() ? "" : fact.provenance().raw().getFirst().input();
  }

  private static long offset(Fact fact) {
    List<?> raw = fact.provenance().raw();
    return raw.isEmpty() ? 0 : fact.provenance().raw().getFirst().offset();
  }
}
