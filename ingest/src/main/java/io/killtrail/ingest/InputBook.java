package io.killtrail.ingest;

import io.killtrail.ingest.source.ContentHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was read before, and how far. */
public interface InputBook {
  /** Nothing was read before, and nothing is kept. */
  InputBook NONE =
      new InputBook() {
        @Override
        public Set<Integer> headLengths() {
          return Set.of();
        }

        @Override
        public List<InputMark> beginningWith(ContentHead head) {
          return List.of();
        }

        @Override
        public Optional<InputMark> withoutContent(String path) {
          return Optional.empty();
        }

        @Override
        public boolean due() {
          return false;
        }

        @Override
        public void mark(InputMark mark) {}

        @Override
        public void keep() {}

        @Override
        public void settle(String digest) {}

        @Override
        public void retractRejection(String input, long offset) {}
      };

  /** The lengths of the heads by which inputs are known; mostly one. */
  Set<Integer> headLengths();

  /** The inputs that begin so. */
  List<InputMark> beginningWith(ContentHead head);

  /** How far an input is read that has no content to be known by, such as the live journal. */
  Optional<InputMark> withoutContent(String path);

  /** Whether so much was given since the last mark that another one is worth its price. */
  boolean due();

  /**
   * Keeps how far an input is read, together with all facts that were given before. Takes the place
   * of earlier marks of the same input.
   */
  void mark(InputMark mark);

  /** Keeps all facts and marks that were given, now. */
  void keep();

  /** What was open at the end of this input has gone on in another: its state is needed no more. */
  void settle(String digest);

  /** The line at this offset, which was rejected before its end was written, is read again. */
  void retractRejection(String input, long offset);
}
