package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Gap.Kind;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.SignalCalls;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.ManagerVersion;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When auditing was switched off ({@code audit_enabled=0}: Debian's journald does so as it starts),
 * and when the rules that recorded signals were not loaded. Both leave no hole in the serials.
 */
final class Switches {
  /** Rules that are loaded anew are gone for some milliseconds. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final HostHistory history;
  private final Heard heard;
  private final SignalCalls calls;
  private final Map<Integer, Instant> lastSeen;
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Integer> rules = new TreeMap<>();
  private Optional<Instant> unwatched = Optional.empty();
  private int boot = -1;

  private Switches(
      HostHistory history, Heard heard, SignalCalls calls, Map<Integer, Instant> lastSeen) {
    this.history = history;
    this.heard = heard;
    this.calls = calls;
    this.lastSeen = lastSeen;
  }

  static List<Gap> gaps(
      List<Configured> settings,
      HostHistory history,
      Heard heard,
      SignalCalls calls,
      Map<Integer, Instant> lastSeen) {
    Switches switches = new Switches(history, heard, calls, lastSeen);
    for (Configured set : settings) {
      if (set.provenance().form() != SourceForm.AUDIT_RULES) {
        switches.see(set.provenance().time(), set.item());
      }
    }
    switches.endBoot();
    return switches.gaps;
  }

  private void see(Instant time, Item item) {
    int now = history.bootAt(time).number();
    if (now != boot) {
      endBoot();
      boot = now;
    }
    switch (item) {
      case Setting set when set.name().equals("audit_enabled") && set.value() == 0 -> off(time);
      case RuleChanged rule -> changed(time, rule);
      case Setting other -> {}
      case RuleListed other -> {}
      case ManagerVersion other -> {}
    }
  }

  private void endBoot() {
    Instant end = lastSeen.getOrDefault(boot, Instant.MIN);
    unwatched.filter(end::isAfter).ifPresent(from -> notLoaded(from, end));
    unwatched = Optional.empty();
    rules.clear();
  }

  /** That it is switched on again is not recorded; but the next record shows it. */
  private void off(Instant from) {
    Instant end = lastSeen.getOrDefault(boot, from);
    Instant to = heard.after(from).filter(next -> next.isBefore(end)).orElse(end);
    if (lasts(from, to)) {
      gaps.add(
          new Gap(
              Kind.OFF,
              from,
              to,
              "auditing was switched off (audit_enabled=0)",
              "who sent a signal then"));
    }
  }

  /** A key that signals bear; the rules of one key are counted. */
  private void changed(Instant time, RuleChanged rule) {
    Optional<String> key = rule.key().filter(calls::hasKey);
    if (key.isEmpty()) {
      return;
    }
    int left = Math.max(0, rules.getOrDefault(key.get(), 0) + (rule.added() ? 1 : -1));
    rules.put(key.get(), left);
    boolean watched = rules.values().stream().anyMatch(count -> count > 0);
    if (watched) {
      unwatched.ifPresent(from -> notLoaded(from, time));
      unwatched = Optional.empty();
    } else if (unwatched.isEmpty()) {
      unwatched = Optional.of(time);
    }
  }

  private void notLoaded(Instant from, Instant to) {
    if (lasts(from, to)) {
      gaps.add(
          new Gap(
              Kind.UNWATCHED,
              from,
              to,
              "the audit rules that recorded signals were removed",
              "who sent a signal then"));
    }
  }

  private static boolean lasts(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(MOMENT) > 0;
  }
}
