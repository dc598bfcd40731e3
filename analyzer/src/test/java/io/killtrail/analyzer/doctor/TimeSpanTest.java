package io.killtrail.analyzer.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "90,90",
    "30s,30",
    "5min,300",
    "1h 30min,5400",
    "2 days,172800",
    "1week,604800"
  })
  void isReadAsSystemdReadsIt(String text, long seconds) {
    assertThat(TimeSpan.read(text)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "infinity", "soon", "5 parsecs", "-1", "99999999999999999999"})
  void isEmptyForAllElse(String text) {
    assertThat(TimeSpan.read(text)).isEmpty();
  }

  @Test
  void knowsMonthsFromMinutes() {
    assertThat(TimeSpan.read("1M").orElseThrow()).isGreaterThan(Duration.ofDays(29));
    assertThat(TimeSpan.read("1m")).contains(Duration.ofMinutes(1));
  }
}
