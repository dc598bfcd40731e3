package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Gap.Kind;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.BootSeen.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * auditd's absences. With {@code audit=1} the kernel holds what auditd is not there to take, so an
 * absence alone loses nothing: whole serials show that. auditd that never says its end died, or the
 * host did.
 */
final class Daemon {
  /** An orderly end of a boot goes on for some time without auditd. */
  private static final Duration GOING_DOWN = Duration.ofSeconds(90);

  private static final String SIGNALS = "signals of that time may be missing";

  private final HostHistory history;
  private final Map<Integer, Serials> serials;
  private final Map<Integer, Instant> lastSeen;
  private final List<Gap> gaps = new ArrayList<>();

  private Daemon(
      HostHistory history, Map<Integer, Serials> serials, Map<Integer, Instant> lastSeen) {
    this.history = history;
    this.serials = serials;
    this.lastSeen = lastSeen;
  }

  /**
   * The gaps.
   *
   * @param lastSeen when anything was last seen in each boot, by its number
   */
  static List<Gap> gaps(
      List<BootSeen> signs,
      HostHistory history,
      Map<Integer, Serials> serials,
      Map<Integer, Instant> lastSeen) {
    Daemon daemon = new Daemon(history, serials, lastSeen);
    Optional<BootSeen> before = Optional.empty();
    for (BootSeen sign : signs) {
      if (sign.sign() == Sign.AUDITD_START || sign.sign() == Sign.AUDITD_END) {
        daemon.pair(before, sign);
        before = Optional.of(sign);
      }
    }
    before.filter(last -> last.sign() == Sign.AUDITD_END).ifPresent(daemon::ended);
    return daemon.gaps;
  }

  private void pair(Optional<BootSeen> before, BootSeen sign) {
    if (before.isEmpty()) {
      return;
    }
    Instant then = before.get().provenance().time();
    Instant now = sign.provenance().time();
    boolean sameBoot = history.bootAt(then).number() == history.bootAt(now).number();
    boolean ended = before.get().sign() == Sign.AUDITD_END;
    if (ended && !sameBoot) {
      ended(before.get());
    } else if (ended && sign.sign() == Sign.AUDITD_START) {
      down(then, now);
    } else if (!ended && sign.sign() == Sign.AUDITD_START) {
      died(then, now, sameBoot);
    }
  }

  private void down(Instant from, Instant to) {
    if (!whole(from, to)) {
      gaps.add(new Gap(Kind.DOWN, from, to, "auditd was not running", SIGNALS));
    }
  }

  /** It ended and did not come back in this boot. */
  private void ended(BootSeen end) {
    Instant from = end.provenance().time();
    Boot boot = history.bootAt(from);
    Instant last = lastSeen.getOrDefault(boot.number(), from);
    boolean late = last.isAfter(from.plus(GOING_DOWN)) && !goingDown(boot, from);
    if (late && !after(boot, from)) {
      gaps.add(
          new Gap(
              Kind.DOWN,
              from,
              last,
              "auditd had ended, and nothing else took audit records",
              SIGNALS));
    }
  }

  private static boolean goingDown(Boot boot, Instant from) {
    return boot.shutdown().filter(begun -> !begun.isAfter(from.plus(GOING_DOWN))).isPresent();
  }

  private void died(Instant started, Instant next, boolean sameBoot) {
    Boot boot = history.bootAt(started);
    Instant last = serials(boot).flatMap(all -> all.lastBefore(next)).orElse(started);
    if (sameBoot && !whole(last, next)) {
      gaps.add(
          new Gap(
              Kind.DOWN,
              last,
              next,
              "auditd ended without a word some time before it started anew",
              SIGNALS));
    } else if (!sameBoot && boot.shutdown().isEmpty()) {
      gaps.add(
          new Gap(
              Kind.REMARK,
              lastSeen.getOrDefault(boot.number(), last),
              next,
              "the host or its auditd ended without a word (power loss, crash or reset)",
              "what ended everything that ran; the last records may not have reached the disk"));
    }
  }

  private boolean whole(Instant from, Instant to) {
    return serials(history.bootAt(from)).filter(all -> all.whole(from, to)).isPresent();
  }

  private boolean after(Boot boot, Instant time) {
    return serials(boot).filter(all -> all.after(time.plus(GOING_DOWN))).isPresent();
  }

  private Optional<Serials> serials(Boot boot) {
    return Optional.ofNullable(serials.get(boot.number()));
  }
}
