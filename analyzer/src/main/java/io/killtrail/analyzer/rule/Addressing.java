package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.ThreadLife;
import io.killtrail.ingest.fact.Addressed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    Optional<ThreadLife> own = history.threadOf(number, victim, delivery.time());
    if (own.isPresent()) {
      return new Addressing(
          new Target(Target.Kind.THREAD, OptionalInt.of(number)),
          Confidence.PROVEN,
          List.of(Telling.thread(own.get())));
    }
    if (inNamespace(number, delivery)) {
      return sure(Target.Kind.NAMESPACE, OptionalInt.of(number));
    }
    Optional<ThreadLife> others = history.threadOwner(number, delivery.time());
    if (others.isPresent()) {
      return new Addressing(
          new Target(Target.Kind.NAMESPACE, OptionalInt.of(number)),
          Confidence.LIKELY,
          List.of(Telling.thread(others.get())));
    }
    return unseen(number, delivery, history);
  }

  /** The evidence shows the victim or the sender in a nested PID namespace. */
  private static boolean inNamespace(int number, Delivery delivery) {
    boolean victims =
        delivery.victim().map(life -> life.namespacePids().contains(number)).orElse(false);
    boolean senders = delivery.sender().map(life -> !life.namespacePids().isEmpty()).orElse(false);
    return victims || senders;
  }

  /**
   * No snapshot shows the number. A thread is younger than its process and so mostly has a higher
   * number; and the kernel gives the addressed thread's name as ocomm, which mostly differs from
   * the process's.
   */
  private static Addressing unseen(int number, Delivery delivery, HostHistory history) {
    boolean higher = number > delivery.victimPid();
    boolean otherProcess =
        history
            .processAt(number, delivery.time())
            .filter(life -> !life.started().orElse(life.first()).isAfter(delivery.time()))
            .filter(
                life ->
                    life.last().isAfter(delivery.time()) || life.unit(delivery.time()).isPresent())
            .isPresent();
    boolean threadName = namedLikeThread(delivery);
    if (higher && !otherProcess) {
      return new Addressing(
          new Target(Target.Kind.THREAD, OptionalInt.of(number)),
          threadName ? Confidence.LIKELY : Confidence.POSSIBLE,
          List.of());
    }
    return new Addressing(
        new Target(Target.Kind.NAMESPACE, OptionalInt.of(number)),
        otherProcess || !threadName ? Confidence.LIKELY : Confidence.POSSIBLE,
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
        .or(() -> life.exe(delivery.time()).map(Senders::base).map(Addressing::cut));
  }

  private static String cut(String name) {
    return name.length() > 15 ? name.substring(0, 15) : name;
  }
}
