package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
    Discovery discovery = new Discovery();
    paths.stream().filter(path -> !path.equals(STANDARD_INPUT)).forEach(discovery::add);
    Collection<List<Found>> sets = discovery.sets();
    Meter meter =
        new Meter(progress, sets.stream().flatMap(List::stream).mapToLong(Ingester::size).sum());
    JournalFileQueue journals = new JournalFileQueue(journalctl, options, sink);
    List<InputSummary> summaries = new ArrayList<>();
    for (List<Found> set : sets) {
      summaries.addAll(new SetIngest(options, sink, meter, journals).ingest(set));
    }
    summaries.addAll(journals.readAll());
    if (paths.contains(STANDARD_INPUT)) {
      summaries.addAll(new StandardInput(options, sink, meter, journals).ingest(stdin));
    }
    return List.copyOf(summaries);
  }

  static long size(Found found) {
    try {
      return found.problem().isPresent() ? 0 : Files.size(found.path());
    } catch (IOException e) {
      return 0; // said when it is read
    }
  }
}
