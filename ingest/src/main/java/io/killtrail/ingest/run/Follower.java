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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  private final IngestOptions options;
  private final FactSink sink;
  private final Journalctl journalctl;
  private final Live live;
  private final Consumer<InputSummary> told;
  private final Map<String, FileLook> looks = new HashMap<>();
  private final Set<String> failures = new HashSet<>();
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
    this.options = options;
    this.sink = sink;
    this.journalctl = journalctl;
    this.live = new Live(true, stopping);
    this.told = told;
  }

  /**
   * Follows these until somebody asks to stop. All that was read is marked by then.
   *
   * @param journal the live journal, where that is followed too
   * @throws IOException when the journal can't be read any more
   */
  public void follow(List<Path> paths, Optional<JournalTail> journal)
      throws InterruptedException, IOException {
    try (Watch watch = Watch.on(paths, live.stopping())) {
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
    Discovery discovery = new Discovery();
    paths.forEach(discovery::add);
    Set<String> present = new HashSet<>();
    for (List<Found> set : discovery.sets()) {
      set.forEach(found -> present.add(found.name()));
      List<Found> changed = changed(set);
      if (!changed.isEmpty()) {
        read(changed);
      }
    }
    looks.keySet().retainAll(present);
  }

  /** The files that have changed; and the one before the first that is new, which it goes on. */
  private List<Found> changed(List<Found> set) {
    List<Found> changed = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      Found found = set.get(i);
      Optional<FileLook> now = lookAt(found);
      Optional<FileLook> before = Optional.ofNullable(looks.get(found.name()));
      if (!now.equals(before)) {
        boolean anew =
            before.isEmpty()
                || before.get().size() == 0
                || now.filter(file -> file.key().equals(before.get().key())).isEmpty();
        if (anew && changed.isEmpty() && i > 0) {
          changed.add(set.get(i - 1));
        }
        changed.add(found);
        now.ifPresent(file -> looks.put(found.name(), file));
      }
    }
    return changed;
  }

  private Optional<FileLook> lookAt(Found found) {
    if (found.problem().isPresent()) {
      tellFailure(found.name(), found.problem().get());
      return Optional.empty();
    }
    try {
      return Optional.of(FileLook.at(found.path()));
    } catch (IOException e) {
      return Optional.empty(); // gone meanwhile
    }
  }

  private void read(List<Found> files) {
    List<Found> readable = files.stream().filter(file -> file.problem().isEmpty()).toList();
    JournalFileQueue journals = new JournalFileQueue(journalctl, options, sink);
    Meter meter = new Meter(Ingester.Progress.SILENT, 0);
    List<InputSummary> summaries =
        new ArrayList<>(new SetIngest(options, sink, meter, journals, live).ingest(readable));
    summaries.addAll(journals.readAll());
    dirty |= !readable.isEmpty();
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
