package io.killtrail.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a commit is due, by a clock that people and time servers set. */
class DueCommitTest {
  @TempDir private Path temp;
  private Instant now = Instant.parse("2026-11-21T02:22:16Z");
  private FactIndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    writer = FactIndexWriter.open(temp.resolve("index"), () -> now, Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void itIsDueAfterAWhile() {
    assertThat(writer.due()).isFalse();
    now = now.plusMillis(999);
    assertThat(writer.due()).isFalse();
    now = now.plusMillis(1);
    assertThat(writer.due()).isTrue();
    writer.keep();
    assertThat(writer.due()).isFalse();
  }

  @Test
  void itIsDueWhenTheClockWasSetBackAndAfterThatAsEver() {
    now = now.minus(Duration.ofHours(5));
    assertThat(writer.due()).isTrue();
    writer.keep();
    assertThat(writer.due()).isFalse();
    now = now.plusSeconds(1);
    assertThat(writer.due()).isTrue();
  }

  @Test
  void itIsDueOnceWhenTheClockWasSetAhead() {
    now = now.plus(Duration.ofDays(400));
    assertThat(writer.due()).isTrue();
    writer.keep();
    assertThat(writer.due()).isFalse();
  }
}
