package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.host.SignalCalls;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.ServiceManager;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.ManagerVersion;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the calls that send signals were watched: by the rules that were given, by what was
 * recorded (a call that was recorded was watched), and by what should have been.
 */
final class Watching {
  /** So many stops without a signal of the manager are no accident. */
  private static final int ENOUGH = 3;

  private final RuleSet rules;
  private final SignalCalls calls;
  private final OptionalInt manager;
  private final boolean stopsUnseen;

  /**
   * What the facts show.
   *
   * @param first when the first signal was recorded
   * @param last when the last one was
   */
  Watching(HostFacts facts, SignalCalls calls, Instant first, Instant last) {
    this.rules = RuleSet.of(facts.settings());
    this.calls = calls;
    this.manager =
        facts.settings().stream()
            .map(Configured::item)
            .filter(ManagerVersion.class::isInstance)
            .map(ManagerVersion.class::cast)
            .mapToInt(ManagerVersion::number)
            .max();
    long stops =
        facts.units().stream()
            .filter(change -> change.witness() == UnitChanged.Witness.SYSTEM_MANAGER)
            .filter(change -> change.change() instanceof UnitChanged.Stopping)
            .filter(change -> change.unit().filter(unit -> unit.endsWith(".service")).isPresent())
            .map(change -> change.provenance().time())
            .filter(time -> time.isAfter(first) && time.isBefore(last))
            .count();
    this.stopsUnseen = stops >= ENOUGH && !calls.byManager();
  }

  /** What is not watched, for people; empty when nothing speaks against it. */
  Optional<String> unwatched() {
    Optional<String> given = byRules(Width.B64);
    return given.isPresent() ? given : byManager();
  }

  /** As {@link #unwatched}, and what only a 32-bit program could use. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    byRules(Width.B64).ifPresent(remarks::add);
    if (rules.blanket().isEmpty()) {
      byRules(Width.B32).ifPresent(remarks::add);
    }
    byManager().ifPresent(remarks::add);
    return remarks;
  }

  private Optional<String> byRules(Width width) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    if (rules.blanket().isPresent()) {
      return rules.blanket().map(why -> "the audit rules given record no signals: " + why);
    }
    return rules
        .unrecorded(width, call -> width == Width.B64 && calls.recorded(call))
        .map(what -> "the audit rules given record " + what + " (arch=" + width.label() + ")");
  }

  /** systemd 255 and newer signals by another call than the one that most rules name. */
  private Optional<String> byManager() {
    boolean blind = stopsUnseen && !calls.recorded(SignalCall.PIDFD_SEND_SIGNAL);
    if (!blind || !ServiceManager.maySignalByPidfd(manager)) {
      return Optional.empty();
    }
    return Optional.of(
        "the service manager stopped units, but no signal of its own was recorded: "
            + ServiceManager.named(manager)
            + " signals by pidfd_send_signal, which the rules do not seem to name");
  }
}
