package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Standard input, or what else comes as a stream, kept in a temporary file: whether its content is
 * known can only be told by the whole of it, before the first fact is given away.
 */
final class StandardInput {
  static final String NAME = "-";

  private final String name;
  private final IngestOptions options;
  private final FactSink sink;
  private final Meter meter;
  private final JournalFileQueue journals;

  /**
   * Nothing is read yet.
   *
   * @param name under which it is known
   */
  StandardInput(
      String name, IngestOptions options, FactSink sink, Meter meter, JournalFileQueue journals) {
    this.name = name;
    this.options = options;
    this.sink = sink;
    this.meter = meter;
    this.journals = journals;
  }

  List<InputSummary> ingest(InputStream stdin) {
    try {
      Path spool = Files.createTempFile("killtrail-stdin", null);
      try {
        Files.copy(stdin, spool, StandardCopyOption.REPLACE_EXISTING);
        meter.expect(Files.size(spool));
        Found found = new Found(spool, name, name, true, Optional.empty(), Optional.empty());
        return new SetIngest(options, sink, meter, journals).ingest(List.of(found));
      } finally {
        Files.delete(spool);
      }
    } catch (IOException e) {
      return List.of(failed(Reason.of(e)));
    }
  }

  private InputSummary failed(String reason) {
    InputSummary summary =
        new InputSummary(
            name,
            name,
            InputFormat.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            Outcome.FAILED,
            Optional.of(reason));
    sink.finished(summary);
    return summary;
  }
}
