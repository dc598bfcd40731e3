package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Architecture;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import io.killtrail.ingest.rules.AuditRules;
import io.killtrail.ingest.setup.HostView;
import io.killtrail.ingest.setup.SettingsFile;
import io.killtrail.ingest.setup.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A host that checks look at: what several of them ask for is read once, when this is made. */
public final class ExaminedHost {
  private static final String RULES_D = "etc/audit/rules.d";

  private final HostView view;
  private final Optional<Architecture> said;
  private final Duration interval;
  private final Instant now;
  private final Sight<AuditRules> status;
  private final Sight<AuditRules> loaded;
  private final Sight<AuditRules> onDisk;

  /**
   * Reads its audit rules and the state of its audit.
   *
   * @param said its architecture, where the user says it
   * @param interval how often somebody reports: the log must reach back as far
   */
  public ExaminedHost(HostView view, Optional<Architecture> said, Duration interval, Instant now) {
    this.view = Objects.requireNonNull(view);
    this.said = Objects.requireNonNull(said);
    this.interval = Objects.requireNonNull(interval);
    this.now = Objects.requireNonNull(now);
    this.status = view.auditStatus().map(AuditRules::of);
    this.loaded = view.auditRules().map(AuditRules::of);
    this.onDisk = readDisk();
  }

  HostView view() {
    return view;
  }

  /** How often somebody reports. */
  Duration interval() {
    return interval;
  }

  Instant now() {
    return now;
  }

  /** Its architecture; where nothing tells, that of most servers. */
  Architecture architecture() {
    return said.or(() -> view.machine().shown().flatMap(Architecture::named))
        .orElse(Architecture.X86_64);
  }

  /** What the kernel says of its audit. */
  Sight<AuditRules> status() {
    return status;
  }

  /** The rules that the kernel has. */
  Sight<AuditRules> loaded() {
    return loaded;
  }

  /**
   * The rules that the next boot loads: those of {@code rules.d} where there are any, since
   * augenrules makes {@code audit.rules} of them.
   */
  Sight<AuditRules> onDisk() {
    return onDisk;
  }

  private Sight<AuditRules> readDisk() {
    Sight<AuditRules> parts = parts();
    if (parts.shown().filter(read -> !read.rules().isEmpty()).isPresent()) {
      return parts;
    }
    Sight<AuditRules> whole = view.file("etc/audit/audit.rules").map(AuditRules::of);
    return whole.shown().isPresent() || parts instanceof Sight.Missing<AuditRules> ? whole : parts;
  }

  private Sight<AuditRules> parts() {
    Sight<List<String>> names = view.names(RULES_D);
    return names.map(
        all -> {
          List<RuleListed> rules = new ArrayList<>();
          List<Setting> settings = new ArrayList<>();
          List<String> odd = new ArrayList<>();
          for (String name : all) {
            if (name.endsWith(".rules")) {
              AuditRules read = AuditRules.of(view.file(RULES_D + "/" + name).shown().orElse(""));
              rules.addAll(read.rules());
              settings.addAll(read.settings());
              odd.addAll(read.odd());
            }
          }
          return new AuditRules(rules, settings, odd);
        });
  }

  /** The rules in force as far as can be seen: those loaded, else those that a boot loads. */
  Sight<RuleSet> rules() {
    boolean onlyDisk = view.saved().isPresent() && onDisk instanceof Sight.Missing<AuditRules>;
    boolean better = loaded.shown().isEmpty() && (onDisk.shown().isPresent() || onlyDisk);
    return (better ? onDisk : loaded).map(read -> RuleSet.ofRules(read.rules()));
  }

  /** Whether the rules change at a boot only. */
  boolean locked() {
    return status
        .shown()
        .filter(status -> status.setting("audit_enabled").orElse(0) == 2)
        .isPresent();
  }

  /** How it gets the rules that it lacks. */
  Remedy rulesRemedy() {
    return locked() ? Remedy.RULES_AND_REBOOT : Remedy.RULES;
  }

  /** What the rules are called: those loaded, or those on disk. */
  String whichRules() {
    return loaded.shown().isPresent() ? "the loaded rules" : "the rules on disk";
  }

  /** auditd's settings. */
  Sight<SettingsFile> auditdConf() {
    return view.file("etc/audit/auditd.conf").map(SettingsFile::of);
  }

  OptionalInt managerVersion() {
    return view.managerVersion().shown().map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
