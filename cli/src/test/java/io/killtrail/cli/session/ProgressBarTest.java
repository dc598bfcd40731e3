package io.killtrail.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter screen = new StringWriter();
  private final AtomicLong clock = new AtomicLong(-5 * SECOND);

  private ProgressBar bar(boolean shown) {
    return new ProgressBar(new PrintWriter(screen), shown, clock::get);
  }

  @Test
  void drawsOneLineAndErasesIt() {
    try (ProgressBar bar = bar(true)) {
      bar.bytes(1, 400_000_000);
      clock.addAndGet(2 * SECOND);
      bar.bytes(100_000_000, 400_000_000);
      bar.bytes(100_000_001, 400_000_000);
    }
    assertThat(screen).hasToString("\r\u001b[Kreading   25 %  50 MB/s\r\u001b[K");
  }

  @Test
  void saysHowMuchWhenTheEndIsUnknown() {
    try (ProgressBar bar = bar(true)) {
      clock.addAndGet(SECOND);
      bar.bytes(7_000_000, 0);
    }
    assertThat(screen.toString()).contains("reading  7 MB  7 MB/s");
  }

  @Test
  void printsNothingWithoutATerminal() {
    try (ProgressBar bar = bar(false)) {
      clock.addAndGet(SECOND);
      bar.bytes(1, 2);
    }
    assertThat(screen.toString()).isEmpty();
  }
}
