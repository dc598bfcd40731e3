package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.ThreadLife;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.ProgramName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the number turned out to be that a sender passed. OBJ_PID always names the process in the
 * initial PID namespace; a number that differs is a thread's, or one of another namespace.
 *
 * @param target what was addressed
 * @param confidence how sure that is
 * @param evidence what shows it
 */
public record Addressing(Target target, Confidence confidence, List<Evidence> evidence) {

  /** Tells what the deciding signal addressed. */
  public static Addressing of(Delivery delivery, HostHistory history) {
    return switch (delivery.signal().addressed()) {
      case Addressed.Task task -> task(task.number(), delivery, history);
      case Addressed.ThreadOf thread -> sure(Target.Kind.THREAD, OptionalInt.of(thread.tid()));
      case Addressed.Group group -> sure(Target.Kind.GROUP, OptionalInt.of(-group.pgid()));
      case Addressed.OwnGroup none -> sure(Target.Kind.OWN_GROUP, OptionalInt.empty());
      case Addressed.Broadcast none -> sure(Target.Kind.BROADCAST, OptionalInt.empty());
      case Addressed.Pidfd pidfd -> sure(Target.Kind.PIDFD, OptionalInt.of(pidfd.descriptor()));
      case Addressed.Unknown none -> sure(Target.Kind.PROCESS, OptionalInt.empty());
    };
  }

  private static Addressing sure(Target.Kind kind, OptionalInt number) {
    return new Addressing(new Target(kind, number), Confidence.PROVEN, List.of());
  }

  private static Addressing task(int number, Delivery delivery, HostHistory history) {
    int victim = delivery.victimPid();
    if (number == victim) {
      return sure(Target.Kind.PROCESS, OptionalInt.of(number));
    }
    Optional<Life> nested = nestedSender(delivery, history);
    if (nested.isPresent()) {
      return namespace(number, Confidence.PROVEN, Telling.namespace(nested.get()));
    }
    Optional<ThreadLife> own = history.threadOf(number, victim, delivery.time());
    if (own.isPresent()) {
      return new Addressing(
          new Target(Target.Kind.THREAD, OptionalInt.of(number)),
          Confidence.PROVEN,
          List.of(Telling.thread(own.get())));
    }
    Optional<Life> inner = delivery.victim().filter(life -> life.namespacePids().contains(number));
    if (inner.isPresent()) {
      return namespace(number, Confidence.PROVEN, Telling.namespace(inner.get()));
    }
    Optional<ThreadLife> others = history.threadOwner(number, delivery.time());
    if (others.isPresent()) {
      return namespace(number, Confidence.LIKELY, Telling.thread(others.get()));
    }
    return holder(number, delivery, history)
        .map(life -> namespace(number, Confidence.LIKELY, Telling.life(life, delivery.time())))
        .orElseGet(() -> unseen(number, delivery));
  }

  private static Addressing namespace(int number, Confidence confidence, Evidence evidence) {
    return new Addressing(
        new Target(Target.Kind.NAMESPACE, OptionalInt.of(number)), confidence, List.of(evidence));
  }

  /**
   * The sender, or one above it, whom a snapshot shows in a nested PID namespace: nobody gets out
   * of one, so that all numbers of the sender's are those of a namespace.
   */
  private static Optional<Life> nestedSender(Delivery delivery, HostHistory history) {
    return Stream.concat(delivery.sender().stream(), Senders.ancestors(delivery, history).stream())
        .filter(life -> !life.namespacePids().isEmpty())
        .findFirst();
  }

  /**
   * Another process that had the number then, as far as is known. An earlier instance of the sender
   * had it once: that is how it came into a PID file.
   */
  private static Optional<Life> holder(int number, Delivery delivery, HostHistory history) {
    Instant time = delivery.time();
    Optional<String> sendersUnit = delivery.sender().flatMap(life -> life.unit(time));
    return history
        .processAt(number, time)
        .filter(life -> !life.started().orElse(life.first()).isAfter(time))
        .filter(life -> life.ended().filter(end -> end.isBefore(time)).isEmpty())
        .filter(
            life ->
                life.last().isAfter(time)
                    || life.unit(time)
                        .filter(unit -> !sendersUnit.equals(Optional.of(unit)))
                        .isPresent());
  }

  /**
   * No evidence shows whose the number was. A thread is younger than its process and so mostly has
   * a higher number, while those of a nested namespace are mostly lower; and the kernel gives the
   * addressed thread's name as ocomm, which mostly differs from the process's.
   */
  private static Addressing unseen(int number, Delivery delivery) {
    boolean higher = number > delivery.victimPid();
    return new Addressing(
        new Target(higher ? Target.Kind.THREAD : Target.Kind.NAMESPACE, OptionalInt.of(number)),
        higher && namedLikeThread(delivery) ? Confidence.LIKELY : Confidence.POSSIBLE,
        List.of());
  }

  private static boolean namedLikeThread(Delivery delivery) {
    Optional<String> process = delivery.victim().flatMap(life -> mainName(life, delivery));
    return process.isPresent()
        && delivery.target().ocomm().isPresent()
        && !process.equals(delivery.target().ocomm());
  }

  private static Optional<String> mainName(Life life, Delivery delivery) {
    return life.comm(delivery.time())
        .or(() -> life.exe(delivery.time()).map(ProgramName::of).map(Addressing::cut));
  }

  private static String cut(String name) {
    return name.length() > 15 ? name.substring(0, 15) : name;
  }
}
