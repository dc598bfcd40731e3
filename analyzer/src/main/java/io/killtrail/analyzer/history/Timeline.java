package io.killtrail.analyzer.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trait that changes in time: keeps the changes, told in order. */
final class Timeline<T> {
  private final List<Instant> times = new ArrayList<>(1);
  private final List<T> values = new ArrayList<>(1);

  void add(Instant time, Optional<T> value) {
    if (value.isPresent() && (values.isEmpty() || !values.getLast().equals(value.get()))) {
      times.add(time);
      values.add(value.get());
    }
  }

  /** What was last said up to then, else what was first said after. */
  Optional<T> at(Instant time) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    int low = 0;
    int high = times.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (times.get(middle).isAfter(time)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return Optional.of(values.get(low));
  }

  Optional<T> first() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
