package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ProcessSeen.By;
import io.killtrail.ingest.fact.ThreadSeen;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Processes and threads that an event shows: programs run, children made, calls made. */
final class ProcessFacts {
  private static final int CLONE_PARENT = 0x8000;
  private static final int CLONE_THREAD = 0x10000;

  private ProcessFacts() {}

  static void give(EventReading event, Sightings sightings, FactSink sink) {
    if (!event.hasSyscall()) {
      return;
    }
    switch (event.call()) {
      case EXECVE, EXECVEAT -> exec(event, sightings, sink);
      case FORK, VFORK -> child(event, 0, sightings, sink);
      case CLONE -> cloned(event, sightings, sink);
      case KILL,
          TKILL,
          TGKILL,
          RT_SIGQUEUEINFO,
          RT_TGSIGQUEUEINFO,
          PIDFD_SEND_SIGNAL,
          EXIT,
          EXIT_GROUP -> {
        // The fact of the signal or exit tells of the process.
      }
      // clone3 keeps its flags in memory: process and thread cannot be told apart.
      case CLONE3, OPEN, OPENAT, CREAT, OTHER, UNKNOWN -> call(event, sightings, sink);
    }
  }

  private static void exec(EventReading event, Sightings sightings, FactSink sink) {
    if (event.succeeded() && event.main().id(FieldKey.PID).isPresent()) {
      isNews(event, sightings);
      Optional<String> command = ExecArguments.of(event).or(() -> Actors.title(event));
      seen(event, By.EXEC, Actors.caller(event, command), sink);
    }
  }

  private static void cloned(EventReading event, Sightings sightings, FactSink sink) {
    FieldKey argument = event.architecture().map(Architecture::cloneFlags).orElse(FieldKey.A0);
    OptionalInt flags = event.main().register(argument);
    if (flags.isEmpty()) {
      call(event, sightings, sink);
    } else if ((flags.getAsInt() & CLONE_THREAD) != 0) {
      thread(event, sink);
    } else {
      child(event, flags.getAsInt(), sightings, sink);
    }
  }

  private static void thread(EventReading event, FactSink sink) {
    OptionalInt tid = made(event);
    OptionalInt tgid = event.main().id(FieldKey.PID);
    if (tid.isPresent() && tgid.isPresent()) {
      sink.fact(
          new ThreadSeen(
              event.provenance(),
              tid.getAsInt(),
              tgid.getAsInt(),
              event.main().text(FieldKey.COMM),
              Optional.empty()));
    }
  }

  private static void child(EventReading event, int flags, Sightings sightings, FactSink sink) {
    OptionalInt pid = made(event);
    if (pid.isPresent()) {
      sightings.forget(event.node(), pid.getAsInt());
      boolean sibling = (flags & CLONE_PARENT) != 0;
      OptionalInt parent = event.main().id(sibling ? FieldKey.PPID : FieldKey.PID);
      seen(event, By.FORK, Actors.child(event, pid.getAsInt(), parent), sink);
    }
  }

  /** What fork, vfork or clone returned to the parent. */
  private static OptionalInt made(EventReading event) {
    OptionalInt exit = event.main().id(FieldKey.EXIT);
    return event.succeeded() && exit.orElse(0) > 0 ? exit : OptionalInt.empty();
  }

  private static void call(EventReading event, Sightings sightings, FactSink sink) {
    if (event.succeeded()
        && event.main().id(FieldKey.PID).isPresent()
        && (isNews(event, sightings) || event.event().givenBefore())) {
      seen(event, By.CALL, Actors.caller(event), sink);
    }
  }

  private static boolean isNews(EventReading event, Sightings sightings) {
    RecordFields fields = event.main();
    long look = 0;
    for (FieldKey key : List.of(FieldKey.COMM, FieldKey.EXE, FieldKey.PPID, FieldKey.AUID)) {
      look = look * 0x9e3779b97f4a7c15L + fields.hash(key);
    }
    return sightings.isNews(event.node(), fields.id(FieldKey.PID).getAsInt(), look);
  }

  private static void seen(EventReading event, By by, Actor process, FactSink sink) {
    sink.fact(
        new ProcessSeen(
            event.provenance(), by, process, Optional.empty(), Optional.empty(), List.of()));
  }
}
