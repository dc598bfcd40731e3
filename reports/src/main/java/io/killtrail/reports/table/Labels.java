package io.killtrail.reports.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All words that the contract has for something. */
final class Labels {
  private Labels() {}

  static <E> List<String> of(E[] constants, Function<E, String> label) {
    return Stream.of(constants).map(label).toList();
  }
}
