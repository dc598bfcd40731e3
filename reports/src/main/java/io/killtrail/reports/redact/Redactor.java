package io.killtrail.reports.redact;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.analyzer.index.WholeFacts;
import io.killtrail.analyzer.story.Story;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.util.Set;

/** Gives reports and facts in which nobody is named. */
public final class Redactor {
  private final RedactedText text;

  private Redactor(RedactedText text) {
    this.text = text;
  }

  /**
   * One that knows the names in all evidence of an index, which it reads once.
   *
   * @param also further names that must not be told, of users, customers or projects
   */
  public static Redactor of(FactIndexReader index, RedactionKey key, Set<String> also)
      throws IOException {
    KnownNames names = new KnownNames();
    NameScan scan = new NameScan(names);
    for (IndexedInput input : index.inputs()) {
      input.hosts().keySet().forEach(scan::host);
      scan.prose(input.path());
    }
    WholeFacts.forEach(index, scan::add);
    return new Redactor(new RedactedText(key, names, also));
  }

  /** The report with pseudonyms; the same key gives the same ones. */
  public Report report(Report report) {
    return new RedactedReport(text).of(report);
  }

  /** The story of a case with pseudonyms. */
  public Story story(Story story) {
    return new RedactedCase(text).of(story);
  }

  /** The restart loop with pseudonyms. */
  public RestartLoop loop(RestartLoop loop) {
    return new RedactedReport(text).loop(loop);
  }

  /** The analysis with pseudonyms. */
  public Analysis analysis(Analysis analysis) {
    return new RedactedReport(text).analysis(analysis);
  }

  /** The fact with pseudonyms, its raw records too. */
  public Fact fact(Fact fact) {
    return new RedactedFact(text).of(fact);
  }

  /** The record with pseudonyms, as far as its form allows still a record. */
  public RawRecord record(RawRecord record) {
    return text.record(record);
  }

  /** A line out of a log with pseudonyms, or part of one. */
  public String line(String line) {
    return RecordText.rewrite(line, text);
  }

  /** A reference to evidence, in which a host or path may stand. */
  public String ref(String ref) {
    return text.prose(ref);
  }
}
