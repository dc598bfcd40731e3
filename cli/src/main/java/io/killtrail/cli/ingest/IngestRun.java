package io.killtrail.cli.ingest;

import io.killtrail.analyzer.index.FactIndexWriter;
import io.killtrail.cli.option.EvidenceOptions;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.ProgressBar;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.image.HostImage;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.run.Follower;
import io.killtrail.ingest.run.Ingester;
import io.killtrail.ingest.run.JournalTail;
import io.killtrail.ingest.run.PipedIngest;
import io.killtrail.ingest.run.StreamIngest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An ingest that is done: every input, and how it ended. Those that failed have been named on
 * standard error.
 */
public record IngestRun(List<InputSummary> inputs) {
  public IngestRun {
    inputs = List.copyOf(inputs);
  }

  /** What is followed is in the index so soon. */
  private static final Duration LIVE_COMMITS = Duration.ofSeconds(1);

  /** Standard input alone: until it ends, or somebody asks to stop. */
  static IngestRun piped(
      Path index, IngestOptions options, BooleanSupplier stopping, Session session)
      throws IOException, InterruptedException {
    List<InputSummary> read = new ArrayList<>();
    InstantSource clock = session.environment().clock();
    boolean waits = !session.environment().terminal().socketIn();
    write(
        FactIndexWriter.open(index, clock, LIVE_COMMITS),
        writer -> {
          writer.keep(); // so that others can read the index while nothing comes
          Ingester whole =
              new Ingester(options, writer, Ingester.Progress.SILENT, journalctl(session));
          read.addAll(
              new PipedIngest(options, writer, stopping, clock, waits).ingest(session.in(), whole));
        });
    read.stream().filter(IngestRun::failed).forEach(input -> complain(input, session));
    return new IngestRun(read);
  }

  /** What comes as a stream and is no file. */
  public static IngestRun stream(Path index, String name, InputStream content, Session session)
      throws IOException, InterruptedException {
    List<InputSummary> read = new ArrayList<>();
    write(
        FactIndexWriter.open(index, session.environment().clock()),
        writer ->
            read.addAll(
                new Ingester(IngestOptions.NONE, writer, Ingester.Progress.SILENT)
                    .ingest(name, content)));
    read.stream().filter(IngestRun::failed).forEach(input -> complain(input, session));
    return new IngestRun(read);
  }

  /** All evidence that was named, to its end. */
  public static IngestRun into(
      Path index, EvidenceOptions evidence, IngestOptions options, Session session)
      throws IOException, InterruptedException {
    List<Path> paths = evidence.paths();
    List<HostImage> images = evidence.images();
    List<InputSummary> inputs = new ArrayList<>();
    try (ProgressBar bar = ProgressBar.on(session)) {
      write(
          FactIndexWriter.open(index, session.environment().clock()),
          writer -> {
            Journalctl journalctl = journalctl(session);
            Ingester ingester = new Ingester(options, writer, bar, journalctl);
            inputs.addAll(ingester.ingest(paths, session.in()));
            if (evidence.journal()) {
              inputs.add(journal(journalctl, options, writer));
            }
            images.forEach(image -> inputs.addAll(ingester.ingest(image)));
          });
    }
    images.forEach(
        image -> image.missing().forEach(what -> session.complain(image.named() + ": " + what)));
    inputs.stream().filter(IngestRun::failed).forEach(input -> complain(input, session));
    return new IngestRun(inputs);
  }

  /**
   * Follows files and directories, or takes audit records from standard input, until somebody asks
   * to stop.
   */
  static IngestRun following(
      Path index,
      EvidenceOptions evidence,
      IngestOptions options,
      BooleanSupplier stopping,
      Session session)
      throws IOException, InterruptedException {
    List<InputSummary> read = new ArrayList<>();
    InstantSource clock = session.environment().clock();
    write(
        FactIndexWriter.open(index, clock, LIVE_COMMITS),
        writer -> {
          writer.keep(); // so that others can read the index from the beginning
          if (evidence.standardInputOnly()) {
            read.add(new StreamIngest(options, writer, stopping, clock).ingest(session.in()));
          } else {
            follow(writer, evidence, options, stopping, session);
          }
        });
    read.stream().filter(IngestRun::failed).forEach(input -> complain(input, session));
    return new IngestRun(read);
  }

  /** What is done with a writer. */
  private interface Work {
    void with(FactIndexWriter writer) throws IOException, InterruptedException;
  }

  /** What a run that fails gave since the last commit would be read, and counted, again. */
  private static void write(FactIndexWriter opened, Work work)
      throws IOException, InterruptedException {
    try (FactIndexWriter writer = opened) {
      try {
        work.with(writer);
      } catch (IOException | InterruptedException | RuntimeException | Error e) {
        writer.abandon();
        throw e;
      }
    }
  }

  private static void follow(
      FactIndexWriter writer,
      EvidenceOptions evidence,
      IngestOptions options,
      BooleanSupplier stopping,
      Session session)
      throws IOException, InterruptedException {
    Journalctl journalctl = journalctl(session);
    Follower follower =
        new Follower(options, writer, journalctl, stopping, input -> complain(input, session));
    if (evidence.journal()) {
      try (JournalTail journal = JournalTail.start(journalctl, true, options, writer)) {
        follower.follow(evidence.paths(), Optional.of(journal));
      }
    } else {
      follower.follow(evidence.paths(), Optional.empty());
    }
  }

  private static Journalctl journalctl(Session session) {
    return Journalctl.on(session.environment().variable("PATH").orElse(""));
  }

  private static InputSummary journal(
      Journalctl journalctl, IngestOptions options, FactIndexWriter writer)
      throws IOException, InterruptedException {
    try (JournalTail journal = JournalTail.start(journalctl, false, options, writer)) {
      return journal.readAll();
    }
  }

  private static void complain(InputSummary input, Session session) {
    session.complain(input.path() + ": " + input.note().orElse("could not be read"));
  }

  private static boolean failed(InputSummary input) {
    return input.outcome() == Outcome.FAILED;
  }

  /** Done in part when an input failed. */
  public ExitStatus status() {
    return inputs.stream().anyMatch(IngestRun::failed) ? ExitStatus.PARTLY : ExitStatus.DONE;
  }
}
