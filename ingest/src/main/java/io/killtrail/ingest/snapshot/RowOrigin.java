package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the facts of a row come from.
 *
 * @param boot 32 lower-case hex digits
 * @param captured the time of the snapshot as written
 */
record RowOrigin(String boot, String captured, Instant time, Optional<String> host, RawRecord raw) {

  static RowOrigin of(Row row, RawRecord raw, InputContext context) throws BadRowException {
    String captured = row.needed(Column.CAPTURED_AT);
    return new RowOrigin(
        row.boot(),
        captured,
        row.time(Column.CAPTURED_AT).orElseThrow(),
        row.text(Column.HOST).or(() -> context.options().host()),
        raw);
  }

  /** The provenance of the fact about this task, path or boot. */
  Provenance provenance(String about) {
    return new Provenance(
        new FactId("snapshot:" + boot + '/' + captured + '/' + about),
        time,
        SourceForm.SNAPSHOT,
        host,
        Optional.of(boot),
        OptionalLong.empty(),
        List.of(raw));
  }
}
