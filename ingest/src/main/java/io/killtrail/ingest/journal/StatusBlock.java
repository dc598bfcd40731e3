package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Fingerprint;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one status block tells: the state that the unit entered, and when; who its main process is
 * or how it ended, which was at about that time. That a unit is inactive does not tell whether it
 * was asked to stop.
 */
final class StatusBlock {
  private static final String RESULT = "(Result: ";
  private static final String MAIN = "Main PID: ";
  private static final String PROCESS = "Process: ";
  private static final String CODE = "(code=";

  /** Commands of a unit; nobody has so many. */
  private static final int MOST_EXITS = 64;

  private record Ended(Witness witness, OptionalInt pid, UnitExit exit, RawRecord raw) {}

  private final String input;
  private final Optional<String> unit;
  private final String state;
  private final Instant since;
  private final RawRecord raw;
  private final List<Ended> exits = new ArrayList<>();
  private OptionalInt main = OptionalInt.empty();

  StatusBlock(String input, Optional<String> unit, String state, Instant since, RawRecord raw) {
    this.input = input;
    this.unit = unit;
    this.state = state;
    this.since = since;
    this.raw = raw;
  }

  /** A further line of the block, without its indent. */
  void detail(String text, Line line) {
    boolean ofMain = text.startsWith(MAIN);
    if (!ofMain && !text.startsWith(PROCESS)) {
      return;
    }
    OptionalInt pid = Digits.integerAt(text, ofMain ? MAIN.length() : text.indexOf(' ') + 1);
    int code = text.lastIndexOf(CODE);
    RawRecord where = new RawRecord(input, line.offset(), line.latin1());
    if (code < 0) {
      main = ofMain ? pid : main;
    } else if (exits.size() < MOST_EXITS) {
      Witness witness = ofMain ? Witness.MANAGER_MAIN : Witness.MANAGER_CONTROL;
      UnitExit.written(witness, text.substring(code + 1))
          .ifPresent(exit -> exits.add(new Ended(witness, pid, exit, where)));
    }
  }

  /** Gives the facts of the block. */
  void tell(Optional<String> host, FactSink sink) {
    change().ifPresent(change -> sink.fact(changed("state", raw, host, change)));
    boolean over = !state.startsWith("Active: active");
    if (over) {
      exits.stream().filter(this::counts).forEach(ended -> sink.fact(exited(ended, host)));
    } else if (main.isPresent()) {
      Change process = new UnitChanged.MainProcess(main.getAsInt());
      sink.fact(changed("main", raw, host, process));
    }
  }

  /** The main process stands in both kinds of line; of clean helpers nobody wants to know. */
  private boolean counts(Ended ended) {
    return ended.witness() == Witness.MANAGER_MAIN
        || (ended.exit().status().orElse(0) != 0
            && exits.stream()
                .noneMatch(
                    other ->
                        other.witness() == Witness.MANAGER_MAIN
                            && other.pid().equals(ended.pid())));
  }

  private Optional<Change> change() {
    int result = state.indexOf(RESULT);
    if (result >= 0) {
      int from = result + RESULT.length();
      int end = state.indexOf(')', from);
      return end < 0
          ? Optional.empty()
          : Optional.of(new UnitChanged.Failed(Optional.of(state.substring(from, end))));
    }
    return state.startsWith("Active: active")
        ? Optional.of(new UnitChanged.Started())
        : Optional.empty();
  }

  private UnitChanged changed(String what, RawRecord where, Optional<String> host, Change change) {
    return new UnitChanged(
        provenance(what, where, host),
        unit,
        Optional.empty(),
        Optional.empty(),
        UnitChanged.Witness.SYSTEM_MANAGER,
        change);
  }

  private ProcessExited exited(Ended ended, Optional<String> host) {
    return new ProcessExited(
        provenance("exit " + ended.pid(), ended.raw(), host),
        ended.witness(),
        ended.pid(),
        Optional.empty(),
        Optional.empty(),
        unit,
        ended.exit().how(),
        ended.exit().status());
  }

  /** The id leaves out how long ago it was, which differs whenever somebody asks. */
  private Provenance provenance(String what, RawRecord where, Optional<String> host) {
    String name = host.orElse("") + '\n' + unit.orElse("") + '\n' + since + '\n' + what;
    return new Provenance(
        new FactId("status:" + Fingerprint.of(name)),
        since,
        SourceForm.STATUS,
        host,
        Optional.empty(),
        OptionalLong.empty(),
        List.of(where));
  }
}
