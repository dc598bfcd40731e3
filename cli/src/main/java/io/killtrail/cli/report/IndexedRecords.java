package io.killtrail.cli.report;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.model.RecordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Raw records out of an index that stays open while the report is written. */
final class IndexedRecords implements RecordSource {
  private final FactIndexReader index;

  IndexedRecords(FactIndexReader index) {
    this.index = index;
  }

  /**
   * The records of the best form in which the fact was seen: the journal's copy of an audit event
   * says nothing that the audit log does not. {@code show} prints all forms.
   */
  @Override
  public List<RawRecord> of(String ref) throws IOException {
    List<Fact> facts = index.show(ref);
    Set<RawRecord> records = new LinkedHashSet<>();
    for (Fact fact : facts) {
      if (fact.provenance().form() == facts.getFirst().provenance().form()) {
        records.addAll(fact.provenance().raw());
      }
    }
    return new ArrayList<>(records);
  }
}
