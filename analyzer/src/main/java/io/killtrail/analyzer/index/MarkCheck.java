package io.killtrail.analyzer.index;

import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.run.ReaderStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether reading an input can go on from where its mark says that it stopped. */
final class MarkCheck {
  private MarkCheck() {}

  /** In words; none when all is well. */
  static List<String> problems(IndexedInput input, InputMark mark) {
    List<String> problems = new ArrayList<>();
    input
        .custody()
        .map(custody -> custody.blocks().length())
        .filter(length -> mark.offset() > length)
        .ifPresent(
            length ->
                problems.add(
                    "was read to byte "
                        + mark.offset()
                        + " by its mark, but to "
                        + length
                        + " by its digests"));
    if (mark.offset() < 0 || mark.records() < 0 || mark.rejected() < 0) {
      problems.add("its mark has a number below zero");
    }
    input
        .custody()
        .map(custody -> custody.blocks().digest())
        .filter(digest -> !input.digest().equals(Optional.of(digest)))
        .ifPresent(digest -> problems.add("its digest is not that of its blocks"));
    mark.state()
        .flatMap(state -> ReaderStates.problem(input.format(), state))
        .ifPresent(why -> problems.add("reading cannot go on: " + why));
    return problems;
  }
}
