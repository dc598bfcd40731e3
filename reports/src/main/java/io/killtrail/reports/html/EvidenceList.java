package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The evidence of a case in order of time, each piece with the records behind it. */
final class EvidenceList {
  /** Records of one fact; a signal to a whole group has hundreds. */
  private static final int RECORDS = 20;

  /** Characters of one record. */
  private static final int LONGEST = 4_000;

  /** Characters of all records of a page. What stands first takes them: the flagged cases. */
  private static final long PAGE = 16L << 20;

  private final Markup html;
  private final Moment moment;
  private final RecordSource source;
  private long left = PAGE;

  EvidenceList(Markup html, TimeText times, RecordSource source) {
    this.html = html;
    this.moment = new Moment(html, times);
    this.source = source;
  }

  void write(Case each) throws IOException {
    html.open("ol", "class", "evidence");
    List<Evidence> inOrder =
        each.evidence().stream().sorted(Comparator.comparing(Evidence::at)).toList();
    for (Evidence evidence : inOrder) {
      html.open("li", "class", evidence.at().equals(each.time()) ? "moment" : "");
      html.open("span", "class", "when");
      moment.write(evidence.at());
      html.leaf("span", Offset.of(each.time(), evidence.at()), "class", "offset");
      html.close("span");
      html.leaf("span", evidence.says(), "class", "says");
      records(evidence.ref());
      html.close("li");
    }
    html.close("ol");
  }

  private void records(String ref) throws IOException {
    List<RawRecord> records = left > 0 ? source.of(ref) : List.of();
    if (records.isEmpty()) {
      html.leaf("code", ref, "class", "ref");
      return;
    }
    html.open("details", "class", "raw");
    html.open("summary");
    html.text(Count.of(records.size(), "raw record") + " ");
    html.leaf("code", ref, "class", "ref");
    html.close("summary");
    for (RawRecord record : records.subList(0, Math.min(RECORDS, records.size()))) {
      record(record);
    }
    if (records.size() > RECORDS) {
      html.leaf("p", Count.of(records.size() - RECORDS) + " more: killtrail show " + ref);
    }
    html.close("details");
  }

  private void record(RawRecord record) throws IOException {
    String text = record.text();
    left -= Math.min(text.length(), LONGEST);
    html.leaf("p", record.input() + ", byte " + Count.of(record.offset()), "class", "place");
    html.open("pre");
    html.text(text, LONGEST);
    html.close("pre");
  }
}
