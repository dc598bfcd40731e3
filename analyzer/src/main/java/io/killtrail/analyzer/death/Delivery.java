package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A deadly signal that reached a process: the call succeeded, the sender might signal it, and by
 * default it ends the process.
 *
 * @param run the unit run whose process it was; empty when it was in no unit that evidence shows
 * @param runInferred whether the unit is concluded from names and times, not shown by a record
 */
public record Delivery(
    SignalSent signal,
    SignalTarget target,
    Optional<Life> victim,
    Optional<Life> sender,
    Optional<UnitRun> run,
    boolean runInferred) {

  public Instant time() {
    return signal.provenance().time();
  }

  /** Signal number. */
  public int number() {
    return signal.signal().orElse(0);
  }

  /** Process id of the victim. */
  public int victimPid() {
    return target.opid();
  }

  /** Whether a record names the victim; else only the number is known that was addressed. */
  public boolean targetRecorded() {
    return !signal.targets().isEmpty();
  }

  public OptionalInt senderPid() {
    return signal.sender().pid();
  }

  /**
   * Whether a record of the call tells it; texts without epoch, year and serial are joined by
   * adjacency, and what receivers tell is their word only.
   */
  public boolean exact() {
    return signal.provenance().form().dated() && !signal.told();
  }

  /** Whether the service manager itself sent it. */
  public boolean byManager() {
    return signal.byManager();
  }

  /**
   * Whether both came from one hand: one process, or two of one program that one parent runs, as
   * container runtimes send each signal.
   */
  boolean sameHand(Delivery other) {
    Actor mine = signal.sender();
    Actor others = other.signal.sender();
    boolean alike =
        mine.exe().isPresent()
            && mine.exe().equals(others.exe())
            && mine.ppid().isPresent()
            && mine.ppid().equals(others.ppid());
    return (mine.pid().isPresent() && mine.pid().equals(others.pid())) || alike;
  }

  /** Whether the process signalled itself. */
  public boolean toSelf() {
    return senderPid().orElse(-1) == victimPid();
  }
}
