package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.rule.PidFileNow;
import io.killtrail.ingest.capture.HostCapture;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.snapshot.SnapshotFacts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells of each PID file of a machine whether it names its process, by the rules that judge signals
 * after the fact.
 */
public final class PidFileSurvey {
  private final HostCapture capture;
  private final List<Fact> facts;
  private final List<String> unseen;

  private PidFileSurvey(HostCapture capture) throws IOException {
    this.capture = capture;
    SnapshotFacts seen = SnapshotFacts.of(capture.snapshot());
    this.facts = seen.facts();
    this.unseen = seen.rejected();
  }

  /**
   * What was found.
   *
   * @param files what may do harm first, then what could not be told, then by path
   * @param unseen what of the snapshot could not be judged, for people
   */
  public record Found(List<PidFileStanding> files, List<String> unseen) {
    public Found {
      files = List.copyOf(files);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * All of them.
   *
   * @param index what was seen of the host in earlier boots
   */
  public static Found of(HostCapture capture, Optional<FactIndexReader> index) throws IOException {
    PidFileSurvey survey = new PidFileSurvey(capture);
    List<PidFileStanding> all = new ArrayList<>(survey.unreadable());
    all.addAll(survey.read(index));
    all.sort(Comparator.comparingInt(PidFileSurvey::rank).thenComparing(PidFileStanding::path));
    return new Found(all, survey.unseen);
  }

  private static int rank(PidFileStanding file) {
    return file.state()
        .map(
            state ->
                switch (state) {
                  case ARMED -> 0;
                  case STALE -> 2;
                  case VALID -> 3;
                })
        .orElse(1);
  }

  private List<PidFileStanding> unreadable() {
    return capture.unreadable().entrySet().stream()
        .map(
            file ->
                untold(
                    file.getKey(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "it could not be read: " + file.getValue()))
        .toList();
  }

  private List<PidFileStanding> read(Optional<FactIndexReader> index) throws IOException {
    HostHistory history = HostHistory.of(evidence(index).withoutSignals());
    Instant now =
        facts.stream()
            .filter(ProcessSeen.class::isInstance)
            .map(fact -> fact.provenance().time())
            .findFirst()
            .orElse(capture.snapshot().at());
    PidFileNow look = new PidFileNow(history, now, nested(history, now));
    return facts.stream()
        .filter(PidFileSeen.class::isInstance)
        .map(PidFileSeen.class::cast)
        .map(file -> standing(file, look))
        .toList();
  }

  private List<Life> nested(HostHistory history, Instant now) {
    return facts.stream()
        .filter(ProcessSeen.class::isInstance)
        .map(ProcessSeen.class::cast)
        .filter(seen -> !seen.namespacePids().isEmpty())
        .flatMap(seen -> history.processAt(seen.pid(), now).stream())
        .toList();
  }

  private PidFileStanding standing(PidFileSeen file, PidFileNow look) {
    Optional<String> unit = Optional.ofNullable(capture.units().get(file.path()));
    if (file.number().isEmpty()) {
      return untold(
          file.path(),
          file.number(),
          file.modified(),
          Optional.of(PidFileStanding.State.STALE),
          "it holds no number of a process");
    }
    if (capture.snapshot().kernel().isEmpty()) {
      return untold(
          file.path(),
          file.number(),
          file.modified(),
          Optional.empty(),
          "nothing runs in an image: who has the number now cannot be told");
    }
    return look.of(
        new PidFileState(
            file.path(),
            file.number().getAsInt(),
            file.modified(),
            file.provenance().time(),
            file.provenance().id()),
        unit);
  }

  private PidFileStanding untold(
      String path,
      OptionalInt number,
      Optional<Instant> modified,
      Optional<PidFileStanding.State> state,
      String reason) {
    return new PidFileStanding(
        path,
        number,
        modified,
        Optional.ofNullable(capture.units().get(path)),
        state,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private HostEvidence evidence(Optional<FactIndexReader> index) throws IOException {
    HostEvidence evidence =
        new HostEvidence(
            capture.snapshot().host(),
            address -> {
              throw new IllegalStateException("no signal was asked for");
            });
    facts.forEach(evidence::add);
    if (index.isPresent() && !facts.isEmpty()) {
      HostMap hosts = new HostMap(index.get().inputs());
      Optional<String> own = hosts.hostOf(facts.getFirst());
      index
          .get()
          .forEachButSignals(
              fact -> {
                if (hosts.hostOf(fact).equals(own)) {
                  evidence.add(fact);
                }
              });
    }
    return evidence;
  }
}
