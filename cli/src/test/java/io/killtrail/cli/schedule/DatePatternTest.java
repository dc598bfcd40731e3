package io.killtrail.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class DatePatternTest {
  private static final ZonedDateTime TIME = ZonedDateTime.parse("2027-01-02T03:04:05+01:00");

  private static String filled(String pattern) {
    return DatePattern.fill(Path.of(pattern), TIME).toString();
  }

  @Test
  void theDateStandsWhereThePatternSays() {
    assertThat(filled("/var/www/%Y/%m/killtrail-%F.html"))
        .isEqualTo("/var/www/2027/01/killtrail-2027-01-02.html");
    assertThat(filled("r-%d-%H%M%S-%j")).isEqualTo("r-02-030405-002");
  }

  @Test
  void weeksAreThoseOfIso() {
    assertThat(filled("week-%G-W%V.txt")).as("a Saturday").isEqualTo("week-2026-W53.txt");
  }

  @Test
  void aNameWithoutADateIsTakenAsItIs() {
    assertThat(filled("report.txt")).isEqualTo("report.txt");
    assertThat(filled("100%%.txt")).isEqualTo("100%.txt");
  }

  @Test
  void whatMeansNothingIsSaid() {
    assertThatThrownBy(() -> filled("report-%q.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'%q' in report-%q.txt is no part of a date")
        .hasMessageContaining("%F");
    assertThatThrownBy(() -> filled("report-%")).isInstanceOf(IllegalArgumentException.class);
  }
}
