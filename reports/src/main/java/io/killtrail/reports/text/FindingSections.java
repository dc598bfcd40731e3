package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Findings that are no cases. */
final class FindingSections {
  private final Page page;
  private final TimeText times;

  FindingSections(Page page, TimeText times) {
    this.page = page;
    this.times = times;
  }

  void loops(List<RestartLoop> loops) throws IOException {
    if (loops.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "RESTART LOOPS", Count.of(loops.size(), "unit"));
    for (RestartLoop loop : loops) {
      String status = loop.status().isPresent() ? ", status " + loop.status().getAsInt() : "";
      String host = loop.host().map(name -> name + "  ").orElse("");
      page.hanging(2, 2, Style.PLAIN, host + loop.unit() + "  " + restarts(loop) + status);
      page.sentence(4, Style.QUIET, span(loop.first(), loop.last()));
      page.sentence(4, Style.PLAIN, loop.advice());
    }
  }

  void nearMisses(List<NearMiss> misses) throws IOException {
    if (misses.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "NEAR MISSES", "stale PID files acted on without a victim");
    for (NearMiss miss : misses) {
      String host = miss.host().map(name -> "  " + name).orElse("");
      page.hanging(
          2,
          2,
          Style.PLAIN,
          times.of(miss.time()) + host + "  " + miss.result().label() + "  " + miss.summary());
      page.sentence(4, Style.PLAIN, "by " + PartyText.of(miss.sender()));
      String file = miss.pidFile().path().map(path -> ", by way of " + path).orElse("");
      page.sentence(4, Style.QUIET, act(miss) + file);
    }
  }

  private static String restarts(RestartLoop loop) {
    return Count.of(loop.restarts(), "restart")
        + ", one every "
        + loop.interval().toSeconds()
        + " s";
  }

  private static String act(NearMiss miss) {
    return DeedText.of(miss.signal()) + " to " + DeedText.of(miss.target());
  }

  void presumed(List<PresumedGroup> groups) throws IOException {
    if (groups.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "PRESUMED DEATHS", "without a record of the end");
    for (PresumedGroup group : groups) {
      page.hanging(
          2,
          2,
          Style.PLAIN,
          Count.of(group.count())
              + (" x " + group.signal().name())
              + (" to " + group.victimComm().orElse("unnamed processes"))
              + (" by " + group.senderExe().orElse("an unnamed sender")));
      page.sentence(4, Style.QUIET, span(group.first(), group.last()));
    }
  }

  private String span(Instant first, Instant last) {
    return times.of(first) + " to " + times.of(last);
  }
}
