package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.ingest.setup.SettingsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Settings of journald that make it drop lines, or forget them before they are reported. */
final class JournalLimits {
  /** "Stopping ..." is a line of level info; exits are notices and warnings. */
  private static final Set<String> TOO_HIGH =
      Set.of("emerg", "alert", "crit", "err", "warning", "notice", "0", "1", "2", "3", "4", "5");

  /** journald's own default until systemd 236, for each service. */
  private static final long BURST = 1000;

  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private JournalLimits() {}

  static Finding judge(String id, SettingsFile settings, ExaminedHost host) {
    List<String> faults = new ArrayList<>();
    settings
        .value("MaxLevelStore")
        .filter(level -> TOO_HIGH.contains(level.toLowerCase(Locale.ROOT)))
        .ifPresent(level -> faults.add("it keeps no line below MaxLevelStore=" + level));
    time(settings, "MaxRetentionSec")
        .filter(kept -> !kept.isZero() && kept.compareTo(host.interval()) < 0)
        .ifPresent(kept -> faults.add("it keeps lines for " + Retention.words(kept) + " only"));
    slow(settings).ifPresent(faults::add);
    return faults.isEmpty()
        ? Finding.ok(id, "journald drops no usual number of lines")
        : Finding.warning(
            id,
            "journald may lack lines: " + String.join("; ", faults),
            Matter.UNIT_END,
            Remedy.JOURNAL_LIMITS);
  }

  private static Optional<String> slow(SettingsFile settings) {
    long burst = settings.number("RateLimitBurst").orElse(10 * BURST);
    Duration interval =
        time(settings, "RateLimitIntervalSec")
            .or(() -> time(settings, "RateLimitInterval"))
            .orElse(INTERVAL);
    boolean limited = burst > 0 && !interval.isZero();
    return limited && burst * INTERVAL.toMillis() < BURST * interval.toMillis()
        ? Optional.of(
            "it takes " + burst + " lines in " + interval.toSeconds() + " s from a service")
        : Optional.empty();
  }

  private static Optional<Duration> time(SettingsFile settings, String name) {
    return settings.value(name).flatMap(TimeSpan::read);
  }
}
