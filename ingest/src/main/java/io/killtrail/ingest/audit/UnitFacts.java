package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.fact.UnitChanged.Witness;
import java.util.List;
import java.util.Optional;

/**
 * SERVICE_START and SERVICE_STOP: systemd tells that, not who (systemd {@code
 * manager_send_unit_audit}).
 */
final class UnitFacts {
  private static final List<String> SUFFIXES =
      List.of(
          ".service",
          ".socket",
          ".timer",
          ".mount",
          ".automount",
          ".slice",
          ".scope",
          ".target",
          ".path",
          ".swap",
          ".device");

  private UnitFacts() {}

  static void give(EventReading event, FactSink sink) {
    RecordFields fields = event.main();
    Optional<String> unit = fields.text(FieldKey.UNIT);
    if (unit.isPresent()) {
      sink.fact(
          new UnitChanged(
              event.provenance(),
              unit.map(UnitFacts::fullName),
              Optional.empty(),
              Optional.empty(),
              Witness.AUDIT,
              change(event.mainType(), fields.is(FieldKey.RES, "failed"))));
    }
  }

  private static Change change(RecordType type, boolean failed) {
    if (failed) {
      return new UnitChanged.Failed(Optional.empty());
    }
    return type == RecordType.SERVICE_START
        ? new UnitChanged.Started()
        : new UnitChanged.Deactivated();
  }

  /** systemd leaves out {@code .service}. */
  private static String fullName(String unit) {
    return SUFFIXES.stream().anyMatch(unit::endsWith) ? unit : unit + ".service";
  }
}
