package io.killtrail.ingest.strace;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The facts of one trace. */
final class StraceFacts {
  private static final String EXITED = "+++ exited with ";
  private static final String KILLED = "+++ killed by ";

  /** A shell's 128 + signal number; other ends of traced processes are nobody's death. */
  private static final int SIGNALLED = 128;

  private static final int MOST_THREADS = 100_000;

  private final StraceClock clock;
  private final InputContext context;
  private final FactSink sink;
  private final Set<Integer> threads = new HashSet<>();
  private OptionalInt attached = OptionalInt.empty();
  private long dated;
  private long undated;

  StraceFacts(StraceClock clock, InputContext context, FactSink sink) {
    this.clock = clock;
    this.context = context;
    this.sink = sink;
  }

  /** The next line. */
  void line(StraceLine line, Line where) {
    if (!line.recognised()) {
      aside(line, where);
      return;
    }
    Optional<Instant> time = clock.time(line.stamp());
    dated += time.isPresent() ? 1 : 0;
    undated += time.isPresent() ? 0 : 1;
    if (line.text().contains("CLONE_THREAD") && threads.size() < MOST_THREADS) {
      int result = line.text().lastIndexOf(" = ");
      SignalInfo.value(line.text().substring(Math.max(result, 0)), " = ").ifPresent(threads::add);
    }
    if (time.isPresent()) {
      OptionalInt pid = line.pid().isPresent() ? line.pid() : attached;
      signal(line.text(), pid, time.get(), where);
      end(line.text(), pid, time.get(), where);
    }
  }

  /** {@code strace: Process 281 attached}: where one process is traced, its lines have no pid. */
  private void aside(StraceLine line, Line where) {
    OptionalInt pid = SignalInfo.value(line.text(), "Process ");
    if (pid.isPresent()) {
      attached = line.text().contains(" attached") ? pid : attached;
    } else if (where.length() > 0 && where.buffer()[where.start()] != '#') {
      sink.rejected(
          new Rejection(context.path(), where.offset(), "no line of strace", where.latin1()));
    }
  }

  long dated() {
    return dated;
  }

  long undated() {
    return undated;
  }

  private void signal(String text, OptionalInt pid, Instant time, Line where) {
    Optional<SignalInfo> info = SignalInfo.read(text);
    if (info.isEmpty()) {
      return;
    }
    sink.fact(
        new SignalSent(
            provenance(time, where),
            Optional.empty(),
            Optional.empty(),
            new Addressed.Unknown(),
            OptionalInt.of(info.get().signal()),
            OptionalInt.of(0),
            sender(info.get()),
            pid.isPresent() ? List.of(target(pid.getAsInt())) : List.of(),
            Optional.empty()));
  }

  private static Actor sender(SignalInfo info) {
    Actor named = Actor.of(info.sender(), Optional.empty(), Optional.empty());
    return info.uid().isEmpty()
        ? named
        : named.withUid(new UserId(info.uid().getAsInt(), Optional.empty()));
  }

  private static SignalTarget target(int pid) {
    return new SignalTarget(
        pid,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** Every thread of a process tells its end; only the process's own counts. */
  private void end(String text, OptionalInt pid, Instant time, Line where) {
    boolean killed = text.startsWith(KILLED);
    if (pid.isEmpty() || threads.contains(pid.getAsInt()) || !(killed || text.startsWith(EXITED))) {
      return;
    }
    OptionalInt status = killed ? signalled(text) : SignalInfo.value(text, EXITED);
    if (killed || status.orElse(0) > SIGNALLED) {
      How how = !killed ? How.EXITED : text.contains("core dumped") ? How.DUMPED : How.KILLED;
      sink.fact(
          new ProcessExited(
              provenance(time, where),
              ProcessExited.Witness.TRACER,
              pid,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(how),
              status));
    }
  }

  private static OptionalInt signalled(String text) {
    int end = text.indexOf(' ', KILLED.length());
    return end < 0 ? OptionalInt.empty() : Signals.parse(text.substring(KILLED.length(), end));
  }

  /** Named by the line as written, with its place: a trace has a line of the same text often. */
  private Provenance provenance(Instant time, Line where) {
    RawRecord raw = new RawRecord(context.path(), where.offset(), where.latin1());
    String name =
        String.format(Locale.ROOT, "strace:%08x.%d", raw.latin1().hashCode(), where.offset());
    return new Provenance(
        new FactId(name),
        time,
        SourceForm.STRACE,
        context.options().host(),
        Optional.empty(),
        OptionalLong.empty(),
        List.of(raw));
  }
}
