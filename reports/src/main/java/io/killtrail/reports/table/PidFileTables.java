package io.killtrail.reports.table;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import java.util.Optional;

/** The columns of PID files as they are now. */
public final class PidFileTables {
  private PidFileTables() {}

  /** A row each PID file. */
  public static Table<PidFileStanding> standings() {
    return new Table<PidFileStanding>()
        .words(
            "state",
            Labels.of(State.values(), State::label),
            file -> file.state().map(State::label).stream().toList())
        .text("path", file -> Optional.of(file.path()))
        .integer("number", PidFileStanding::number)
        .text("reason", file -> Optional.of(file.reason()))
        .time("modified", PidFileStanding::modified)
        .text("unit", PidFileStanding::unit)
        .part("holder", PidFileStanding::holder, holder())
        .time("stale_since", PidFileStanding::staleSince)
        .part("next_boot", PidFileStanding::nextBoot, nextBoot());
  }

  private static Table<Holder> holder() {
    return new Table<Holder>()
        .count("pid", Holder::pid)
        .text("comm", Holder::comm)
        .text("exe", Holder::exe)
        .text("unit", Holder::unit)
        .time("started", Holder::started)
        .integer("tid", Holder::tid)
        .text("thread", Holder::thread);
  }

  private static Table<NextBoot> nextBoot() {
    return new Table<NextBoot>()
        .truth("removed", NextBoot::removed)
        .part("odds", NextBoot::odds, PartTables.odds())
        .integer("early_highest", NextBoot::earlyHighest);
  }
}
