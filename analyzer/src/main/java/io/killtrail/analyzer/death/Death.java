package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A process or unit that ended, or is presumed to have.
 *
 * @param run the unit run that ended with it; empty for a process that was not a unit's main
 *     process
 * @param mainPid process id of the main victim, where known
 * @param main the main victim's life
 * @param deliveries the deadly signals that reached it or its unit in time, in order
 * @param deciding the one that ended it
 * @param exit how it ended; all empty for a presumed death
 * @param exits the records that say so
 * @param time when it was gone, or for a presumed death when it was signalled
 */
public record Death(
    Optional<UnitRun> run,
    OptionalInt mainPid,
    Optional<Life> main,
    List<Delivery> deliveries,
    Optional<Delivery> deciding,
    Exit exit,
    List<ProcessExited> exits,
    Instant time) {
  private static final Set<Integer> TO_END =
      Set.of(Signals.INT, Signals.QUIT, Signals.KILL, Signals.TERM);

  public Death {
    Objects.requireNonNull(run);
    Objects.requireNonNull(mainPid);
    Objects.requireNonNull(main);
    deliveries = List.copyOf(deliveries);
    Objects.requireNonNull(deciding);
    Objects.requireNonNull(exit);
    exits = List.copyOf(exits);
    Objects.requireNonNull(time);
  }

  /**
   * Whether a record shows the end; else it is concluded from there being no later sign of life.
   */
  public boolean confirmed() {
    return !exits.isEmpty() || run.flatMap(UnitRun::ended).isPresent();
  }

  /**
   * Whether only the silence of the manager tells of it (see {@link UnitRun#endedUnasked}), or that
   * nobody read any more what it wrote.
   */
  public boolean silent() {
    return deciding.isEmpty()
        && (exit.how().isEmpty() || killedByPipe())
        && run.filter(UnitRun::endedUnasked).isPresent()
        && !run.get().ranOut()
        && requested().isEmpty();
  }

  private boolean killedByPipe() {
    return exit.how().equals(Optional.of(ProcessExited.How.KILLED))
        && exit.status().equals(OptionalInt.of(Signals.PIPE));
  }

  /**
   * The signals with which the same hand had asked the same victim to end before it sent the
   * deciding one, in order: SIGTERM, a pause, SIGKILL are one act. SIGHUP and the like mostly ask
   * to reload or report.
   */
  public List<Delivery> stages() {
    return deliveries.stream()
        .filter(one -> TO_END.contains(one.number()))
        .filter(
            one ->
                deciding
                    .filter(last -> one.victimPid() == last.victimPid())
                    .filter(last -> one.time().isBefore(last.time()))
                    .filter(last -> one.sameHand(last))
                    .isPresent())
        .toList();
  }

  /**
   * The manager's last line on a client's request to signal it, if that may have ended it and
   * nothing else that the manager did.
   */
  public Optional<UnitChanged> requested() {
    boolean otherwise = run.isEmpty() || run.get().stopping().isPresent() || run.get().ranOut();
    return deciding.isPresent() || otherwise
        ? Optional.empty()
        : run.get()
            .all(UnitChanged.ClientSignal.class)
            .filter(this::mayFollow)
            .reduce((first, last) -> last);
  }

  private boolean mayFollow(UnitChanged line) {
    UnitChanged.ClientSignal signal = (UnitChanged.ClientSignal) line.change();
    Duration delay = Duration.between(line.provenance().time(), time);
    boolean toMain = mainPid.isEmpty() || signal.pid().isEmpty() || mainPid.equals(signal.pid());
    return toMain
        && delay.compareTo(Windows.SAME_EVENT.negated()) > 0
        && delay.compareTo(Windows.causeBefore()) <= 0
        && Explains.ends(signal.signal(), exit);
  }

  /** The time by which it is found: of a unit its end, of a process the deciding signal. */
  public Instant told() {
    return run.isPresent() ? time : deciding.map(Delivery::time).orElse(time);
  }

  /**
   * Whether the status itself tells the deciding signal: killed by it, or exited with 128 and it.
   */
  public boolean statusTellsSignal() {
    if (deciding.isEmpty() || exit.how().isEmpty() || exit.status().isEmpty()) {
      return false;
    }
    int status = exit.status().getAsInt();
    int number = deciding.get().number();
    return switch (exit.how().get()) {
      case EXITED -> status == Signals.exitStatus(number);
      case KILLED, DUMPED -> status == number;
    };
  }
}
