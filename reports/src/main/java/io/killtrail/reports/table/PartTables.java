package io.killtrail.reports.table;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.ProcessExited;
import java.util.Locale;
import java.util.Optional;

/** The columns of what cases and near misses are made of. */
final class PartTables {
  private PartTables() {}

  static Table<Victim> victim() {
    return new Table<Victim>()
        .integer("pid", Victim::pid)
        .text("comm", Victim::comm)
        .text("exe", Victim::exe)
        .text("unit", Victim::unit)
        .texts("chain", Victim::chain);
  }

  static Table<Party> sender() {
    return new Table<Party>()
        .integer("pid", Party::pid)
        .integer("ppid", Party::ppid)
        .text("comm", Party::comm)
        .text("exe", Party::exe)
        .text("command", Party::command)
        .number("auid", Party::auid)
        .text("auid_name", Party::auidName)
        .number("uid", Party::uid)
        .text("tty", Party::tty)
        .number("session", Party::session)
        .text("unit", Party::unit)
        .texts("chain", Party::chain);
  }

  /** One that was found out, and so has a confidence of its own. */
  static Table<Party> inferred() {
    return sender()
        .word(
            "confidence",
            Labels.of(Confidence.values(), Confidence::label),
            party -> party.confidence().label());
  }

  static Table<Signal> signal() {
    return new Table<Signal>().count("number", Signal::number).signal("name", Signal::name);
  }

  static Table<Target> target() {
    return new Table<Target>()
        .word(
            "addressed",
            Labels.of(Target.Kind.values(), Target.Kind::label),
            target -> target.addressed().label())
        .integer("number", Target::number);
  }

  static Table<PidFile> pidFile() {
    return new Table<PidFile>()
        .text("path", PidFile::path)
        .integer("number", PidFile::number)
        .time("modified", PidFile::modified)
        .time("stale_since", PidFile::staleSince)
        .word(
            "matched",
            Labels.of(PidFile.Matched.values(), PidFile.Matched::label),
            file -> file.matched().label())
        .part("odds", PidFile::odds, odds());
  }

  static Table<PidFile.Odds> odds() {
    return new Table<PidFile.Odds>()
        .count("boots_seen", PidFile.Odds::bootsSeen)
        .count("boots_taken", PidFile.Odds::bootsTaken)
        .count("nearby_taken", PidFile.Odds::nearbyTaken);
  }

  static Table<Exit> exit() {
    return new Table<Exit>()
        .words(
            "how",
            Labels.of(ProcessExited.How.values(), PartTables::word),
            exit -> exit.how().map(PartTables::word).stream().toList())
        .integer("status", Exit::status)
        .text("unit_result", Exit::unitResult);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Table<Limit> limit() {
    return new Table<Limit>()
        .text("setting", limit -> Optional.of(limit.setting()))
        .number("seconds", Limit::seconds);
  }
}
