package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.image.HostImage;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a user names and gives the facts to a sink. */
public final class Ingester {
  private static final Path STANDARD_INPUT = Path.of("-");

  /** Told how far the run is; for a progress bar. */
  public interface Progress {
    /** This many of all bytes on disk are read. */
    void bytes(long done, long total);

    /** Nobody listens. */
    Progress SILENT = (done, total) -> {};
  }

  private final IngestOptions options;
  private final FactSink sink;
  private final Progress progress;
  private final Journalctl journalctl;

  /** Without journalctl: binary journals are named, and not read. */
  public Ingester(IngestOptions options, FactSink sink, Progress progress) {
    this(options, sink, progress, Journalctl.MISSING);
  }

  /**
   * Nothing is read yet.
   *
   * @param journalctl reads binary journals
   */
  public Ingester(IngestOptions options, FactSink sink, Progress progress, Journalctl journalctl) {
    this.options = options;
    this.sink = sink;
    this.progress = progress;
    this.journalctl = journalctl;
  }

  /**
   * Reads files and directories; {@code -} is standard input.
   *
   * @param stdin where {@code -} reads from
   * @return how every input ended, in the order in which they were read
   */
  public List<InputSummary> ingest(List<Path> paths, InputStream stdin) {
    List<Path> files = paths.stream().filter(path -> !path.equals(STANDARD_INPUT)).toList();
    Discovery discovery = Discovery.of(files, new Discovery());
    JournalFileQueue journals = new JournalFileQueue(journalctl, options, sink);
    Meter meter = meter(discovery);
    List<InputSummary> summaries = read(discovery, options, meter, journals);
    if (paths.contains(STANDARD_INPUT)) {
      summaries.addAll(
          new StandardInput(StandardInput.NAME, options, sink, meter, journals).ingest(stdin));
    }
    return List.copyOf(summaries);
  }

  /**
   * Reads a stream that is no file.
   *
   * @param name under which it is known as an input
   */
  public List<InputSummary> ingest(String name, InputStream content) {
    JournalFileQueue journals = new JournalFileQueue(journalctl, options, sink);
    return new StandardInput(name, options, sink, meter(new Discovery()), journals).ingest(content);
  }

  /**
   * Reads what was found in an image. What it says of itself counts where the user said nothing.
   *
   * @return how every input ended; the image itself stands for its PID files
   */
  public List<InputSummary> ingest(HostImage image) {
    IngestOptions completed = image.complete(options);
    Discovery discovery = new Discovery();
    image
        .logs()
        .forEach(file -> discovery.add(new Found(file, image.named(), false, Optional.empty())));
    JournalFileQueue journals = new JournalFileQueue(journalctl, completed, sink);
    List<InputSummary> summaries = read(discovery, completed, meter(discovery), journals);
    summaries.add(new ImagePidFiles(image, completed.host(), sink).ingest());
    return List.copyOf(summaries);
  }

  private List<InputSummary> read(
      Discovery discovery, IngestOptions given, Meter meter, JournalFileQueue journals) {
    List<InputSummary> summaries = new ArrayList<>();
    for (List<Found> set : discovery.sets()) {
      summaries.addAll(new SetIngest(given, sink, meter, journals).ingest(set));
    }
    summaries.addAll(journals.readAll());
    return summaries;
  }

  private Meter meter(Discovery discovery) {
    return new Meter(
        progress, discovery.sets().stream().flatMap(List::stream).mapToLong(Ingester::size).sum());
  }

  static long size(Found found) {
    try {
      return found.problem().isPresent() ? 0 : Files.size(found.path());
    } catch (IOException e) {
      return 0; // said when it is read
    }
  }
}
