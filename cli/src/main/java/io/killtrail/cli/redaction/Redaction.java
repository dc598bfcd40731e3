package io.killtrail.cli.redaction;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.story.Story;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.redact.RedactionKey;
import io.killtrail.reports.redact.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is shown of reports and facts: themselves, or, where it was asked for, with pseudonyms. */
public final class Redaction {
  /** Beside the files of an index, of which Lucene knows its own. */
  private static final String KEY = "redaction.key";

  private final Optional<Redactor> redactor;

  private Redaction(Optional<Redactor> redactor) {
    this.redactor = redactor;
  }

  /** Nothing is replaced. */
  public static Redaction none() {
    return new Redaction(Optional.empty());
  }

  /** By the key that lies in the index, or the one that was named. */
  public static Redaction ofIndex(Path directory, FactIndexReader index, RedactOptions options)
      throws IOException {
    return options.redact()
        ? by(RedactionKeyFile.read(options.key().orElse(directory.resolve(KEY))), index, options)
        : none();
  }

  /** By the key that was named, else by one that nobody keeps. */
  public static Redaction ofThrowAway(FactIndexReader index, RedactOptions options)
      throws IOException {
    if (!options.redact()) {
      return none();
    }
    RedactionKey key =
        options.key().isPresent()
            ? RedactionKeyFile.read(options.key().get())
            : RedactionKey.random();
    return by(key, index, options);
  }

  private static Redaction by(RedactionKey key, FactIndexReader index, RedactOptions options)
      throws IOException {
    return new Redaction(Optional.of(Redactor.of(index, key, options.also())));
  }

  /** What is shown in its place: itself where nothing is redacted. */
  public Report of(Report report) {
    return redactor.map(names -> names.report(report)).orElse(report);
  }

  /** The records behind the evidence of a report; asked by references as they are shown. */
  public RecordSource of(Report report, RecordSource records) {
    return redactor.map(names -> redacted(names, report, records)).orElse(records);
  }

  private static RecordSource redacted(Redactor names, Report report, RecordSource records) {
    Map<String, String> refs = new HashMap<>();
    for (Case each : report.analysis().cases()) {
      each.evidence().forEach(piece -> refs.put(names.ref(piece.ref()), piece.ref()));
    }
    return ref -> records.of(refs.getOrDefault(ref, ref)).stream().map(names::record).toList();
  }

  /** As {@link #of(Report)}. */
  public Analysis of(Analysis analysis) {
    return redactor.map(names -> names.analysis(analysis)).orElse(analysis);
  }

  /** As {@link #of(Report)}. */
  public Story of(Story story) {
    return redactor.map(names -> names.story(story)).orElse(story);
  }

  /** As {@link #of(Report)}. */
  public Case of(Case told) {
    return of(new Story(told, List.of())).told();
  }

  /** As {@link #of(Report)}. */
  public RestartLoop of(RestartLoop loop) {
    return redactor.map(names -> names.loop(loop)).orElse(loop);
  }

  /** A line of evidence. */
  public String of(String line) {
    return redactor.map(names -> names.line(line)).orElse(line);
  }

  /** As {@link #of(Report)}. */
  public List<Fact> of(List<Fact> facts) {
    return redactor.map(names -> facts.stream().map(names::fact).toList()).orElse(facts);
  }
}
