package io.killtrail.ingest;

import io.killtrail.ingest.source.Line;

/** Takes lines of one input that are of another kind than most. */
public interface LineTaker {
  /** Takes none. */
  LineTaker NONE =
      new LineTaker() {
        @Override
        public boolean take(Line line) {
          return false;
        }

        @Override
        public void finish() {}
      };

  /** Whether the line was of its kind; then its facts are given. */
  boolean take(Line line);

  /** The input is at its end. */
  void finish();
}
