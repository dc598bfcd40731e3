package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Delivery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Presumed deaths by who sent what to whom, when they are too many to be told one by one. */
final class PresumedGroups {
  private record Key(Optional<String> senderExe, int signal, Optional<String> victimComm) {}

  private record Tally(long count, Instant first, Instant last) {
    Tally and(Tally other) {
      return new Tally(
          count + other.count,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private final Map<Key, Tally> groups = new HashMap<>();

  void add(Death death) {
    death.deciding().ifPresent(deciding -> add(deciding));
  }

  private void add(Delivery deciding) {
    Key key =
        new Key(deciding.signal().sender().exe(), deciding.number(), deciding.target().ocomm());
    groups.merge(key, new Tally(1, deciding.time(), deciding.time()), Tally::and);
  }

  /** The largest first. */
  List<PresumedGroup> all() {
    return groups.entrySet().stream()
        .map(
            entry ->
                new PresumedGroup(
                    entry.getKey().senderExe(),
                    new Signal(entry.getKey().signal()),
                    entry.getKey().victimComm(),
                    entry.getValue().count(),
                    entry.getValue().first(),
                    entry.getValue().last()))
        .sorted(
            Comparator.comparingLong(PresumedGroup::count)
                .reversed()
                .thenComparing(group -> group.senderExe().orElse(""))
                .thenComparingInt(group -> group.signal().number())
                .thenComparing(group -> group.victimComm().orElse("")))
        .toList();
  }
}
