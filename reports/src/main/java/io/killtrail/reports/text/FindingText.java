package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;

/** Findings that are no cases, in words; they hold text out of logs, so escape them. */
public final class FindingText {
  private FindingText() {}

  /** Such as {@code 312 restarts, one every 4 s, status 1}. */
  public static String of(RestartLoop loop) {
    return Count.of(loop.restarts(), "restart")
        + (", one every " + loop.interval().toSeconds() + " s")
        + (loop.status().isPresent() ? ", status " + loop.status().getAsInt() : "");
  }

  /** Such as {@code 0 (probe) to thread 350, by way of /run/a.pid}. */
  public static String of(NearMiss miss) {
    return DeedText.of(miss.signal())
        + (" to " + DeedText.of(miss.target()))
        + miss.pidFile().path().map(path -> ", by way of " + path).orElse("");
  }

  /** Such as {@code 20,000 x SIGKILL to worker by /usr/bin/pkill}. */
  public static String of(PresumedGroup group) {
    return Count.of(group.count())
        + (" x " + group.signal().name())
        + (" to " + group.victimComm().orElse("unnamed processes"))
        + (" by " + group.senderExe().orElse("an unnamed sender"));
  }
}
