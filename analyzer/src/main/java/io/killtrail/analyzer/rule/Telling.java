package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.history.ThreadLife;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Facts as pieces of evidence, in words. */
public final class Telling {
  private static final String RAN = " ran: ";
  private static final String LET = "a client was let ask for ";

  private Telling() {}

  /**
   * Where in a piece of evidence the command line begins that it ends with; -1 if there is none.
   */
  public static int commandAt(String says) {
    int ran = says.indexOf(RAN);
    if (ran >= 0) {
      return ran + RAN.length();
    }
    int let = says.indexOf(LET);
    int command = let < 0 ? -1 : says.indexOf(": ", let);
    return command < 0 ? -1 : command + 2;
  }

  /** Who sent what to whom. */
  public static Evidence signal(SignalSent signal) {
    String outcome = signal.succeeded() ? "" : ", refused with errno " + signal.errno().orElse(0);
    return new Evidence(
        signal.provenance().id().text(),
        signal.provenance().time(),
        name(signal.sender()) + deed(signal) + targets(signal) + outcome);
  }

  private static String deed(SignalSent signal) {
    String name = Signals.name(signal.signal().orElse(0));
    String call = signal.call().map(c -> c.syscall()).orElse("a call");
    return signal.told()
        ? " sent " + name + ", by the word of who got it"
        : " called " + call + " to send " + name + " to " + addressed(signal.addressed());
  }

  private static String targets(SignalSent signal) {
    if (signal.targets().isEmpty()) {
      return "; no target recorded";
    }
    if (signal.targets().size() > 1) {
      return "; " + signal.targets().size() + " processes considered";
    }
    return "; it reached process "
        + signal.targets().getFirst().opid()
        + signal.targets().getFirst().ocomm().map(comm -> " (" + comm + ")").orElse("");
  }

  /** What the caller addressed, as it passed it. */
  static String addressed(Addressed addressed) {
    return switch (addressed) {
      case Addressed.Task task -> "number " + task.number();
      case Addressed.ThreadOf thread -> "thread " + thread.tid();
      case Addressed.Group group -> "process group " + group.pgid();
      case Addressed.OwnGroup none -> "its own process group";
      case Addressed.Broadcast none -> "every process it may signal";
      case Addressed.Pidfd pidfd -> "file descriptor " + pidfd.descriptor();
      case Addressed.Unknown none -> "an unrecorded target";
    };
  }

  /** Such as {@code helperd[456] /usr/bin/python3.11}. */
  public static String name(Actor actor) {
    return actor.comm().orElse("?")
        + "["
        + number(actor.pid())
        + "]"
        + actor.exe().map(exe -> " " + exe).orElse("");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "?";
  }

  /** How it ended. */
  public static Evidence exit(ProcessExited exit) {
    String who =
        exit.unit()
            .or(() -> exit.comm().map(comm -> comm + "[" + number(exit.pid()) + "]"))
            .orElse("process " + number(exit.pid()));
    return new Evidence(
        exit.provenance().id().text(),
        exit.provenance().time(),
        who + ": " + witness(exit.witness()) + " " + how(exit.how(), exit.status()));
  }

  private static String witness(ProcessExited.Witness witness) {
    return switch (witness) {
      case MANAGER_MAIN -> "main process";
      case MANAGER_CONTROL -> "control process";
      case EXIT_CALL -> "called exit and";
      case ABEND -> "ended abnormally,";
      case TRACER -> "seen by strace,";
      case KERNEL_OOM -> "out of memory,";
      case COREDUMP -> "dumped core,";
    };
  }

  /** Such as {@code exited with status 143}, {@code was killed by SIGKILL}. */
  public static String how(Optional<ProcessExited.How> how, OptionalInt status) {
    if (how.isEmpty()) {
      return "ended";
    }
    return switch (how.get()) {
      case EXITED -> "exited with status " + number(status);
      case KILLED -> "was killed by " + Signals.name(status.orElse(0));
      case DUMPED -> "was killed by " + Signals.name(status.orElse(0)) + " and dumped core";
    };
  }

  /** What the manager said of a unit. */
  public static Evidence change(UnitChanged line) {
    String unit = line.unit().or(line::description).orElse("a unit");
    return new Evidence(
        line.provenance().id().text(),
        line.provenance().time(),
        unit + ": " + words(line.change()));
  }

  private static String words(UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Starting none -> "start job began";
      case UnitChanged.Started none -> "started";
      case UnitChanged.Stopping stopping ->
          stopping.jobType().map(type -> type + " job began").orElse("stop job began");
      case UnitChanged.Stopped none -> "stop job done";
      case UnitChanged.Deactivated none -> "became inactive without failure";
      case UnitChanged.Failed failed ->
          "failed" + failed.result().map(result -> " with result " + result).orElse("");
      case UnitChanged.RestartScheduled restart -> "restart scheduled";
      case UnitChanged.TimedOut limit ->
          limit.state()
              + " timed out"
              + limit.action().map(a -> ", " + a.toLowerCase(Locale.ROOT)).orElse("");
      case UnitChanged.ClientSignal signal ->
          Signals.name(signal.signal()) + " sent on client request";
      case UnitChanged.ManagerSignal signal ->
          "manager kills with " + Signals.name(signal.signal());
      case UnitChanged.LeftOver none -> "a process was left over";
      case UnitChanged.OutOfMemory none -> "a process was killed for want of memory";
      case UnitChanged.MainProcess main -> "main process is " + main.pid();
      case UnitChanged.Requested request ->
          LET
              + request.verb()
              + request.client().command().map(command -> ": " + command).orElse("");
    };
  }

  /** What a PID file held. */
  static Evidence pidFile(PidFileState file) {
    return new Evidence(
        file.id().text(),
        file.seen(),
        "PID file "
            + file.path()
            + " held "
            + file.number()
            + file.modified().map(time -> ", last written " + time).orElse(""));
  }

  /** What a PID file was seen to hold, or what was done to it. */
  public static Evidence use(PidFileSeen seen) {
    String held =
        " held "
            + number(seen.number())
            + seen.modified().map(time -> ", last written " + time).orElse("");
    String what =
        switch (seen.by()) {
          case SNAPSHOT -> "PID file " + seen.path() + held;
          case READ -> name(seen.accessor()) + " read PID file " + seen.path();
          case WRITTEN -> name(seen.accessor()) + " wrote PID file " + seen.path();
          case REMOVED -> name(seen.accessor()) + " removed PID file " + seen.path();
        };
    return new Evidence(seen.provenance().id().text(), seen.provenance().time(), what);
  }

  /** Who opened a PID file to read it. */
  static Evidence read(PidFileSeen access) {
    return new Evidence(
        access.provenance().id().text(),
        access.provenance().time(),
        name(access.accessor()) + " read PID file " + access.path());
  }

  /** Whose number a PID file held at first. */
  static Evidence owner(Life life, PidFileState file) {
    Instant then = file.modified().orElse(file.seen());
    return new Evidence(
        life.witness().text(),
        life.started().orElse(life.first()),
        "process "
            + life.pid()
            + life.comm(then).map(comm -> " (" + comm + ")").orElse("")
            + " had the number when the file was written"
            + life.ended().map(end -> ", and ended " + end).orElse(""));
  }

  /** Whose thread a number was. */
  static Evidence thread(ThreadLife thread) {
    return new Evidence(
        thread.id().text(),
        thread.seen(),
        thread.tid()
            + " was thread "
            + thread.comm().map(comm -> "\"" + comm + "\" ").orElse("")
            + "of process "
            + thread.tgid());
  }

  /** That a process was there, and since when. */
  static Evidence life(Life life, Instant at) {
    return new Evidence(
        life.witness().text(),
        life.started().orElse(life.first()),
        "process "
            + life.pid()
            + life.comm(at).map(comm -> " (" + comm + ")").orElse("")
            + life.started().map(start -> " started " + start).orElse(" was first seen"));
  }

  /** That a process is in a PID namespace, where other numbers are used. */
  static Evidence namespace(Life life) {
    return new Evidence(
        life.namespaceWitness().orElse(life.witness()).text(),
        life.first(),
        life + " is in a PID namespace, as " + life.namespacePids().getLast());
  }

  /** That the sender was started by this process, or by one that it had started. */
  static Evidence launched(Life sender, Life by) {
    return new Evidence(
        sender.firstSeen().text(), sender.first(), sender + " was started by its victim, " + by);
  }

  /** What somebody ran or asked for. */
  static Evidence request(ProcessSeen seen) {
    return new Evidence(
        seen.provenance().id().text(),
        seen.provenance().time(),
        name(seen.process()) + RAN + seen.process().command().orElse("?"));
  }
}
