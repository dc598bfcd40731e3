package io.killtrail.cli;

import io.killtrail.analyzer.index.FactIndexWriter;
import io.killtrail.cli.option.EvidenceOptions;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.image.HostImage;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.run.Ingester;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An ingest that is done: every input, and how it ended. Those that failed have been named on
 * standard error.
 */
record IngestRun(List<InputSummary> inputs) {
  IngestRun {
    inputs = List.copyOf(inputs);
  }

  static IngestRun into(
      Path index, EvidenceOptions evidence, IngestOptions options, Session session)
      throws IOException {
    List<Path> paths = evidence.paths();
    List<HostImage> images = evidence.images();
    List<InputSummary> inputs = new ArrayList<>();
    try (ProgressBar bar = ProgressBar.on(session);
        FactIndexWriter writer = FactIndexWriter.open(index, session.environment().clock())) {
      Journalctl journalctl = Journalctl.on(session.environment().variable("PATH").orElse(""));
      Ingester ingester = new Ingester(options, writer, bar, journalctl);
      inputs.addAll(ingester.ingest(paths, session.in()));
      images.forEach(image -> inputs.addAll(ingester.ingest(image)));
    }
    images.forEach(
        image -> image.missing().forEach(what -> session.complain(image.named() + ": " + what)));
    inputs.stream().filter(IngestRun::failed).forEach(input -> complain(input, session));
    return new IngestRun(inputs);
  }

  private static void complain(InputSummary input, Session session) {
    session.complain(input.path() + ": " + input.note().orElse("could not be read"));
  }

  private static boolean failed(InputSummary input) {
    return input.outcome() == Outcome.FAILED;
  }

  ExitStatus status() {
    return inputs.stream().anyMatch(IngestRun::failed) ? ExitStatus.PARTLY : ExitStatus.DONE;
  }
}
