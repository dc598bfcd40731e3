package io.killtrail.reports.chart;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.FactIndexWriter;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.run.Ingester;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports on real evidence. */
final class Evidence {
  static final Path ROOT = Path.of(System.getProperty("killtrail.root", "."));
  private static final Path CAPTURES =
      ROOT.resolve(
          Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"));

  private Evidence() {}

  /** The directories of all samples. */
  static List<Path> samples() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT.resolve("samples"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The captured hosts, each with all its boots; none where there are no captures. */
  static List<Path> hosts() throws IOException {
    if (!Files.isDirectory(CAPTURES)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(CAPTURES)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** What a host leaves behind by itself: not the forms that its journal was converted to. */
  static List<Path> ofHost(Path host) throws IOException {
    try (Stream<Path> all = Files.walk(host, 2)) {
      return all.filter(
              path -> path.getFileName().toString().matches("audit|snapshots|journal\\.json.*"))
          .sorted()
          .toList();
    }
  }

  static Report report(List<Path> paths, Path index) throws IOException {
    Clock clock = Clock.fixed(Sample.GENERATED, ZoneOffset.UTC);
    try (FactIndexWriter writer = FactIndexWriter.open(index, clock)) {
      new Ingester(IngestOptions.NONE, writer, Ingester.Progress.SILENT)
          .ingest(paths, InputStream.nullInputStream());
    }
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      return Report.of(Sample.GENERATED, ReportFilter.ALL, Analyzer.analyze(reader));
    }
  }
}
