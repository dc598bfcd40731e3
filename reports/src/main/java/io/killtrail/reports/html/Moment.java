package io.killtrail.reports.html;

import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time, for people and for programs. */
final class Moment {
  private final Markup html;
  private final TimeText times;

  Moment(Markup html, TimeText times) {
    this.html = html;
    this.times = times;
  }

  void write(Instant at) throws IOException {
    String machine = at.truncatedTo(ChronoUnit.MILLIS).toString();
    html.leaf("time", times.of(at), "datetime", machine);
  }
}
