package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sink that keeps everything, and reads text for tests. */
final class Recorder implements FactSink {
  static final Instant FILE_TIME = Instant.parse("2026-11-21T12:00:00Z");

  final List<Fact> facts = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  private Optional<FormatReader> reading = Optional.empty();

  static Recorder shortForm(String... lines) {
    Recorder recorder = new Recorder();
    recorder.read(new JournalShortReader(), FILE_TIME, IngestOptions.NONE, lines);
    return recorder;
  }

  static Recorder json(String... lines) {
    Recorder recorder = new Recorder();
    recorder.read(new JournalJsonReader(), FILE_TIME, IngestOptions.NONE, lines);
    return recorder;
  }

  ReadResult read(FormatReader reader, Instant fileTime, IngestOptions options, String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return read(
        reader, new InputContext("/log", fileTime, options), new ByteArrayInputStream(bytes));
  }

  ReadResult read(FormatReader reader, InputContext context, InputStream content) {
    reading = Optional.of(reader);
    try {
      return reader.read(content, context, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No more inputs follow. */
  void end() {
    reading.ifPresent(reader -> reader.finish(this));
  }

  <F extends Fact> List<F> all(Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <F extends Fact> F only(Class<F> type) {
    List<F> all = all(type);
    if (all.size() != 1) {
      throw new AssertionError("one " + type.getSimpleName() + " expected, but: " + all);
    }
    return all.getFirst();
  }

  List<String> ids() {
    return facts.stream().map(fact -> fact.provenance().id().text()).toList();
  }

  @Override
  public boolean known(String digest) {
    return false;
  }

  @Override
  public void fact(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void finished(InputSummary summary) {}
}
