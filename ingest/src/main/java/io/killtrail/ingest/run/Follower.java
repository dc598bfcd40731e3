package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.journalfile.Journalctl;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads files and directories on and on as they are written, rotated, truncated and replaced. Each
 * look reads what is new by the same road as a run that ends.
 */
public final class Follower {
  /** Files are looked at so often, though nothing told of a change. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration NO_TIME = Duration.ofMillis(1);

  /** How changes of files are noticed. */
  interface Watching {
    Watch on(List<Path> paths, BooleanSupplier stopping);
  }

  private final IngestOptions options;
  private final FactSink sink;
  private final Journalctl journalctl;
  private final Live live;
  private final Consumer<InputSummary> told;
  private final Watching watching;
  private final Changes changes = new Changes();
  private final Set<String> failures = new HashSet<>();
  private Discovery found = new Discovery();
  private boolean dirty;

  /**
   * Nothing is read yet.
   *
   * @param stopping asked several times a second; when true, following ends
   * @param told of each input that fails, once for each reason
   */
  public Follower(
      IngestOptions options,
      FactSink sink,
      Journalctl journalctl,
      BooleanSupplier stopping,
      Consumer<InputSummary> told) {
    this(options, sink, journalctl, stopping, told, Watch::on);
  }

  /** The same, told of changes in another way. */
  Follower(
      IngestOptions options,
      FactSink sink,
      Journalctl journalctl,
      BooleanSupplier stopping,
      Consumer<InputSummary> told,
      Watching watching) {
    this.options = options;
    this.sink = sink;
    this.journalctl = journalctl;
    this.live = new Live(true, stopping, changes::at);
    this.told = told;
    this.watching = watching;
  }

  /**
   * Follows these until somebody asks to stop. All that was read is marked by then.
   *
   * @param journal the live journal, where that is followed too
   * @throws IOException when the journal can't be read any more
   */
  public void follow(List<Path> paths, Optional<JournalTail> journal)
      throws InterruptedException, IOException {
    try (Watch watch = watching.on(paths, live.stopping())) {
      while (!live.stopping().getAsBoolean()) {
        look(paths);
        if (journal.isPresent()) {
          dirty |= journal.get().pass(NO_TIME);
          if (journal.get().ended()) {
            throw new IOException("journalctl has ended");
          }
        }
        keep();
        watch.register(paths);
        watch.await(LOOK);
      }
    } catch (ReadingStoppedException e) {
      // All is marked, which is what was to be done.
    }
  }

  private void keep() {
    if (dirty && sink.book().due()) {
      sink.book().keep();
      dirty = false;
    }
  }

  private void look(List<Path> paths) {
    found = Discovery.of(paths, found);
    changes.begin();
    for (List<Found> set : found.sets()) {
      set.forEach(file -> file.problem().ifPresent(why -> tellFailure(file.name(), why)));
      List<Found> changed = changes.in(set);
      if (!changed.isEmpty()) {
        read(changed);
      }
    }
    changes.end();
  }

  private void read(List<Found> files) {
    JournalFileQueue journals = new JournalFileQueue(journalctl, options, sink);
    Meter meter = new Meter(Ingester.Progress.SILENT, 0);
    SetIngest set = new SetIngest(options, sink, meter, journals, live);
    List<InputSummary> summaries = new ArrayList<>(set.ingest(files));
    summaries.addAll(journals.readAll());
    set.unread().forEach(changes::forget);
    dirty = true;
    summaries.forEach(this::tell);
  }

  private void tell(InputSummary summary) {
    switch (summary.outcome()) {
      case FAILED -> {
        if (failures.add(summary.path() + summary.note())) {
          told.accept(summary);
        }
      }
      case READ, KNOWN, NOT_EVIDENCE -> failures.remove(summary.path() + summary.note());
    }
  }

  private void tellFailure(String path, String problem) {
    tell(
        new InputSummary(
            path,
            path,
            InputFormat.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            InputSummary.Outcome.FAILED,
            Optional.of(problem)));
  }
}
