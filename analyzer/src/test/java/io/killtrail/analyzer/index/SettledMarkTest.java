package io.killtrail.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a log that was rotated away, and of its compressed form. */
class SettledMarkTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T02:22:16Z"));
  private static final String SHA = "ab".repeat(32);
  private static final ContentHead HEAD = new ContentHead(SHA, 100);

  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void nameTheIndex() {
    directory = temp.resolve("index");
  }

  private static InputMark mark(InputSummary.Outcome outcome, Optional<ReaderState> state) {
    Custody custody =
        new Custody(
            HEAD, new BlockDigests(List.of(SHA), 100), Instant.EPOCH, "key", Optional.empty());
    InputSummary summary =
        new InputSummary(
            "/logs/audit.log",
            "/logs",
            InputFormat.AUDIT_LOG,
            Optional.of(SHA),
            Optional.of(custody),
            1,
            0,
            outcome,
            Optional.empty());
    return new InputMark(summary, 100, 1, 0, state);
  }

  private static Optional<ReaderState> state(int number) {
    return Optional.of(new ReaderState(new byte[] {(byte) number}));
  }

  /** After what was written is closed and opened again. */
  private Optional<ReaderState> kept() throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      List<InputMark> marks = writer.beginningWith(HEAD);
      assertThat(marks).extracting(InputMark::offset).containsExactly(100L);
      return marks.getFirst().state();
    }
  }

  @Test
  void itsStateIsKeptUntilAnotherInputHasGoneOn() throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.mark(mark(InputSummary.Outcome.READ, state(1)));
    }
    assertThat(kept()).isEqualTo(state(1));
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.settle(SHA);
      writer.settle("of nothing");
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void foundAgainItKeepsTheStateThatItHas() throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.mark(mark(InputSummary.Outcome.READ, state(1)));
      writer.mark(mark(InputSummary.Outcome.KNOWN, Optional.empty()));
    }
    assertThat(kept()).isEqualTo(state(1));
  }

  @Test
  void foundAgainWithAStateItTakesThat() throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      writer.mark(mark(InputSummary.Outcome.KNOWN, Optional.empty()));
      writer.mark(mark(InputSummary.Outcome.KNOWN, state(2)));
    }
    assertThat(kept()).isEqualTo(state(2));
  }
}
