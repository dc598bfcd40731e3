package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The same few events as different forms of evidence note them. */
final class Notes {
  private Notes() {}

  /** SIGTERM of a process to the number 350; of which this many targets were recorded. */
  static SignalSent signal(SourceForm form, String id, Instant time, int sender, int targets) {
    return new SignalSent(
        provenance(form, id, time),
        Optional.of(SignalCall.KILL),
        Optional.empty(),
        new Addressed.Task(350),
        OptionalInt.of(15),
        OptionalInt.of(0),
        Actor.of(sender, Optional.of("helperd"), Optional.empty()),
        Stream.generate(Notes::target).limit(targets).toList(),
        Optional.empty());
  }

  /** The same as the process tells that got it. */
  static SignalSent told(SourceForm form, Instant time, int sender) {
    return new SignalSent(
        provenance(form, "journal:" + form + time, time),
        Optional.empty(),
        Optional.empty(),
        new Addressed.Unknown(),
        OptionalInt.of(15),
        OptionalInt.of(0),
        Actor.of(sender, Optional.empty(), Optional.empty()),
        List.of(target()),
        Optional.empty());
  }

  private static SignalTarget target() {
    return new SignalTarget(
        281,
        Optional.of("java"),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** The manager says of a unit that it is up. */
  static UnitChanged started(SourceForm form, String unit, Instant time) {
    return new UnitChanged(
        provenance(form, "journal:" + form + unit + time, time),
        Optional.of(unit),
        Optional.empty(),
        Optional.empty(),
        UnitChanged.Witness.SYSTEM_MANAGER,
        new UnitChanged.Started());
  }

  private static Provenance provenance(SourceForm form, String id, Instant time) {
    return new Provenance(
        new FactId(id),
        time,
        form,
        Optional.of("web01"),
        Optional.empty(),
        OptionalLong.empty(),
        List.of(new RawRecord("/logs/" + form, 0, "")));
  }
}
