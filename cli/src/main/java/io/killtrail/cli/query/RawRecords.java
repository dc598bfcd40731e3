package io.killtrail.cli.query;

import io.killtrail.analyzer.CaseSearch;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.text.FactLine;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.Palette.Style;
import io.killtrail.reports.text.TerminalText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prints the records behind facts as they were. */
final class RawRecords {
  private final Session session;
  private final TimeText times;
  private final Palette palette;

  RawRecords(Session session, ZoneId zone, Palette palette) {
    this.session = session;
    this.times = new TimeText(zone);
    this.palette = palette;
  }

  /** Fails when a reference names nothing, after the others were printed. */
  ExitStatus print(FactIndexReader reader, List<String> refs, boolean raw, Redaction redaction)
      throws IOException {
    ExitStatus status = ExitStatus.DONE;
    for (String ref : refs) {
      List<Fact> facts = reader.show(ref);
      if (facts.isEmpty()) {
        facts = ofCase(reader, ref);
      }
      if (facts.isEmpty()) {
        session.complain("no fact or case of the index has the reference " + ref);
        status = ExitStatus.FAILED;
      }
      print(redaction.of(facts), raw);
    }
    session.flush();
    return status;
  }

  /** All the evidence of a case, in its order; one fact may say several things. */
  private static List<Fact> ofCase(FactIndexReader reader, String ref) throws IOException {
    if (!CaseRef.looksLikeOne(ref)) {
      return List.of();
    }
    List<Case> found = new CaseSearch(reader).ofCase(ref).cases();
    List<Fact> facts = new ArrayList<>();
    if (!found.isEmpty()) {
      Set<String> refs = new LinkedHashSet<>();
      CaseRef.only(ref, found).evidence().stream().map(Evidence::ref).forEach(refs::add);
      for (String each : refs) {
        facts.addAll(reader.show(each));
      }
    }
    return facts;
  }

  void print(List<Fact> facts, boolean raw) throws IOException {
    if (raw) {
      for (RawRecord record : records(facts)) {
        bytes(record);
      }
      return;
    }
    for (Fact fact : facts) {
      shown(fact);
    }
  }

  /** Facts of one event share records: each once. */
  private static Set<RawRecord> records(List<Fact> facts) {
    Set<RawRecord> records = new LinkedHashSet<>();
    facts.forEach(fact -> records.addAll(fact.provenance().raw()));
    return records;
  }

  private void bytes(RawRecord record) throws IOException {
    session.flush();
    byte[] bytes =
        session.environment().terminal().out()
            ? whole(record).getBytes(session.environment().charset())
            : record.latin1().getBytes(StandardCharsets.ISO_8859_1);
    session.bytes().write(bytes);
    session.bytes().write('\n');
    session.bytes().flush();
  }

  private void shown(Fact fact) throws IOException {
    String head =
        TerminalText.escape(fact.provenance().id().text())
            + ("  " + times.of(fact.provenance().time()))
            + ("  " + FactLine.kind(fact))
            + fact.provenance().node().map(node -> "  " + TerminalText.escape(node)).orElse("");
    line(0, Style.TITLE, head);
    line(2, Style.PLAIN, TerminalText.escape(FactLine.of(fact)));
    for (RawRecord record : fact.provenance().raw()) {
      line(2, Style.QUIET, TerminalText.escape(record.input()) + ", byte " + record.offset());
      line(4, Style.PLAIN, whole(record));
    }
  }

  private static String whole(RawRecord record) {
    return TerminalText.escape(record.text(), Integer.MAX_VALUE);
  }

  private void line(int indent, Style style, String text) throws IOException {
    session.out().append(" ".repeat(indent)).append(palette.paint(style, text)).append('\n');
  }
}
