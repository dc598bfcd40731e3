package io.killtrail.ingest.setup;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What one look at a host gave. */
public sealed interface Sight<T> {
  /** It was seen. */
  record Shown<T>(T value) implements Sight<T> {
    public Shown {
      Objects.requireNonNull(value);
    }
  }

  /** It is not there. */
  record Missing<T>() implements Sight<T> {}

  /**
   * Whether it is there could not be seen.
   *
   * @param how it could be seen, for people
   */
  record Hidden<T>(String how) implements Sight<T> {
    public Hidden {
      Objects.requireNonNull(how);
    }
  }

  /** What was seen; empty for both other outcomes. */
  default Optional<T> shown() {
    return this instanceof Shown<T> seen ? Optional.of(seen.value()) : Optional.empty();
  }

  /** The same of what is made of it. */
  default <R> Sight<R> map(Function<T, R> made) {
    return switch (this) {
      case Shown<T> seen -> new Shown<>(made.apply(seen.value()));
      case Missing<T> none -> new Missing<>();
      case Hidden<T> hidden -> new Hidden<>(hidden.how());
    };
  }
}
