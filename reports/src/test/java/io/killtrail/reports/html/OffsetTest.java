package io.killtrail.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "488, +488 ms",
    "-16, \u221216 ms",
    "-13400, \u221213.4 s",
    "119900, +119.9 s",
    "120000, +2.0 min",
    "-7560000, \u22122.1 h",
    "864000000, +10.0 d"
  })
  void saysHowFarInFewCharacters(long millis, String said) {
    Instant moment = Instant.parse("2026-11-21T02:22:16.868Z");
    assertThat(Offset.of(moment, moment.plusMillis(millis))).isEqualTo(said);
  }
}
