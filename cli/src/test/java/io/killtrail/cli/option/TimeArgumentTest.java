package io.killtrail.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.killtrail.reports.text.TimeText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeArgumentTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

  private final TimeArgument times = new TimeArgument(CLOCK, NEW_YORK);

  @ParameterizedTest
  @CsvSource({
    "now, 2026-11-22T03:00:00Z",
    "today, 2026-11-21T05:00:00Z",
    "Yesterday, 2026-11-20T05:00:00Z",
    "-30m, 2026-11-22T02:30:00Z",
    "-2h, 2026-11-22T01:00:00Z",
    "-45s, 2026-11-22T02:59:15Z",
    "-7d, 2026-11-15T03:00:00Z",
    "-2w, 2026-11-08T03:00:00Z",
    "2026-11-21, 2026-11-21T05:00:00Z",
    "2026-11-21T02:22, 2026-11-21T07:22:00Z",
    "2026-11-21 02:22:16.868, 2026-11-21T07:22:16.868Z",
    "2026-11-21T02:22:16Z, 2026-11-21T02:22:16Z",
    "2026-11-21T02:22:16.868+01:00, 2026-11-21T01:22:16.868Z",
    "2026-11-21T02:22:16+01:00[Europe/Berlin], 2026-11-21T01:22:16Z",
  })
  void readsWhatPeopleType(String text, Instant meant) {
    assertThat(times.parse(text)).isEqualTo(meant);
  }

  @Test
  void countsDaysOfTheCalendarOverAChangeOfTheClock() {
    Clock after = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);
    assertThat(new TimeArgument(after, NEW_YORK).parse("-2d"))
        .isEqualTo(Instant.parse("2026-10-31T11:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void readsTimesAsReportsPrintThem(String zone) {
    Instant time = Instant.parse("2026-11-21T02:22:16.868Z");
    assertThat(times.parse(new TimeText(ZoneId.of(zone)).of(time))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "-h",
        "-2",
        "-2y",
        "--2h",
        "-9999999999d",
        "-1.5h",
        "tomorrow",
        "2026-13-01",
        "2026-02-30",
        "21.11.2026",
        "2026-11-21T25:00",
        "02:22",
        "boot"
      })
  void saysWhichFormsThereAre(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> times.parse(text))
        .withMessageContaining("'" + text + "' is no time")
        .withMessageContaining("yesterday");
  }
}
