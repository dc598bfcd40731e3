package io.killtrail.reports.table;

import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.ingest.fact.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of everything that is no case. */
public final class FindingTables {
  private FindingTables() {}

  /** A row each unit that is restarted again and again. */
  public static Table<RestartLoop> loops() {
    return new Table<RestartLoop>()
        .text("host", RestartLoop::host)
        .text("unit", loop -> Optional.of(loop.unit()))
        .count("restarts", RestartLoop::restarts)
        .integer("status", RestartLoop::status)
        .count("interval_seconds", loop -> loop.interval().toSeconds())
        .time("first", loop -> Optional.of(loop.first()))
        .time("last", loop -> Optional.of(loop.last()))
        .text("advice", loop -> Optional.of(loop.advice()));
  }

  /** A row each near miss. */
  public static Table<NearMiss> nearMisses() {
    return new Table<NearMiss>()
        .text("host", NearMiss::host)
        .time("time", miss -> Optional.of(miss.time()))
        .part("sender", miss -> Optional.of(miss.sender()), PartTables.sender())
        .part("signal", miss -> Optional.of(miss.signal()), PartTables.signal())
        .part("target", miss -> Optional.of(miss.target()), PartTables.target())
        .word(
            "result",
            Labels.of(NearMiss.Result.values(), NearMiss.Result::label),
            miss -> miss.result().label())
        .part("pid_file", miss -> Optional.of(miss.pidFile()), PartTables.pidFile())
        .text("summary", miss -> Optional.of(miss.summary()));
  }

  /** A row each group of presumed deaths. */
  public static Table<PresumedGroup> groups() {
    return new Table<PresumedGroup>()
        .text("sender_exe", PresumedGroup::senderExe)
        .signal("signal", group -> group.signal().name())
        .text("victim_comm", PresumedGroup::victimComm)
        .count("count", PresumedGroup::count)
        .time("first", group -> Optional.of(group.first()))
        .time("last", group -> Optional.of(group.last()));
  }

  /** A row each stretch that the evidence does not cover. */
  public static Table<CoverageProblem> coverage() {
    return new Table<CoverageProblem>()
        .text("host", CoverageProblem::host)
        .time("from", CoverageProblem::from)
        .time("to", CoverageProblem::to)
        .text("problem", gap -> Optional.of(gap.problem()))
        .text("affects", gap -> Optional.of(gap.affects()));
  }

  /** A row each input. */
  public static Table<InputRead> inputs() {
    return new Table<InputRead>()
        .text("path", input -> Optional.of(input.path()))
        .text("format", input -> Optional.of(input.format()))
        .text("digest", InputRead::digest)
        .count("records", InputRead::records)
        .count("rejected", InputRead::rejected)
        .text("note", InputRead::note);
  }

  /**
   * A count of signal calls.
   *
   * @param counted the field in JSON: total, failed, by_signal, by_sender
   * @param name of the signal or sender; empty for the first two
   */
  public record Counted(String counted, String name, long calls) {
    /** All counts. */
    public static List<Counted> of(SignalCounts signals) {
      List<Counted> all = new ArrayList<>();
      all.add(new Counted("total", "", signals.total()));
      all.add(new Counted("failed", "", signals.failed()));
      signals
          .bySignal()
          .forEach((number, n) -> all.add(new Counted("by_signal", Signals.name(number), n)));
      signals.bySender().forEach((sender, n) -> all.add(new Counted("by_sender", sender, n)));
      return all;
    }
  }

  /** A row each count of signal calls. */
  public static Table<Counted> signals() {
    return new Table<Counted>()
        .text("counted", each -> Optional.of(each.counted()))
        .text("name", counted -> Optional.of(counted.name()))
        .count("calls", Counted::calls);
  }
}
