package io.killtrail.cli.option;

import io.killtrail.ingest.IngestOptions;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What the user says of inputs that do not say it themselves. */
public final class InputOptions {
  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "The host of evidence that names none, such as audit.log without node=.")
  private String host;

  @Option(
      names = "--year",
      paramLabel = "YYYY",
      description = "The year of stamps without one (syslog). Default: that of the file's time.")
  private Integer year;

  @Option(
      names = "--source-zone",
      paramLabel = "ZONE",
      description =
          "The zone of stamps without one, such as Europe/Berlin or +02:00. Default: UTC.")
  private ZoneId sourceZone;

  /** Made by picocli. */
  public InputOptions() {}

  /** What was said. */
  public IngestOptions options() {
    return new IngestOptions(
        Optional.ofNullable(host),
        year == null ? OptionalInt.empty() : OptionalInt.of(year),
        Optional.ofNullable(sourceZone));
  }
}
