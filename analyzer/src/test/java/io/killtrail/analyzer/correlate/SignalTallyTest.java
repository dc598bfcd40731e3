package io.killtrail.analyzer.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.SignalTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalTallyTest {
  private static final Instant TIME = Instant.parse("2026-11-21T02:22:16.868Z");

  private final SignalTally tally = new SignalTally();

  @Test
  void nothingIsCountedOfNothing() {
    assertThat(tally.times()).isEqualTo(SignalTimes.NONE);
  }

  @Test
  void aShortTimeIsCountedBySeconds() {
    tally.add(TIME, 15);
    tally.add(TIME.plusMillis(100), 15);
    tally.add(TIME.plusSeconds(2), 9);
    assertThat(tally.times())
        .isEqualTo(
            new SignalTimes(
                Duration.ofSeconds(1),
                Map.of(
                    Instant.parse("2026-11-21T02:22:16Z"),
                    Map.of(15, 2L),
                    Instant.parse("2026-11-21T02:22:18Z"),
                    Map.of(9, 1L))));
  }

  @Test
  void aLongTimeIsCountedInLongerStretchesWithoutLosingAny() {
    List<Instant> times = new ArrayList<>();
    for (int minute = 0; minute < 20_000; minute++) {
      times.add(TIME.plusSeconds(60L * minute));
    }
    times.forEach(time -> tally.add(time, 15));
    SignalTimes counted = tally.times();
    assertThat(counted.width()).isEqualTo(Duration.ofMinutes(5));
    assertThat(counted.calls()).hasSizeLessThanOrEqualTo(SignalTally.MOST);
    assertThat(counted.calls().values().stream().mapToLong(calls -> calls.get(15)).sum())
        .isEqualTo(20_000);
  }

  @Test
  void theOrderDoesNotMatter() {
    List<Instant> times = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      times.add(TIME.plusSeconds(random.nextInt(10_000_000)));
    }
    times.forEach(time -> tally.add(time, 15));
    SignalTally shuffled = new SignalTally();
    Collections.shuffle(times, random);
    times.forEach(time -> shuffled.add(time, 15));
    assertThat(shuffled.times()).isEqualTo(tally.times());
  }

  @Test
  void clocksThatAreFarOffAndNumbersThatAreNoSignalsFillNoMemory() {
    tally.add(Instant.EPOCH, 15);
    for (int number = -3_000; number < 3_000; number++) {
      tally.add(Instant.parse("9999-12-31T00:00:00Z").minusSeconds(number), number);
    }
    assertThat(tally.times().calls()).hasSize(2);
    assertThat(tally.times().calls().values()).allMatch(calls -> calls.size() <= 128);
  }
}
