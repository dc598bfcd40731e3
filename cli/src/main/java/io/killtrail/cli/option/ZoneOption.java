package io.killtrail.cli.option;

import io.killtrail.cli.environment.Environment;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** In which zone times are shown, and read where they name none. */
public final class ZoneOption {
  @Option(
      names = "--utc",
      description = "Show times in UTC, and read times without a zone so. Default: local time.")
  private boolean utc;

  /** Made by picocli. */
  public ZoneOption() {}

  /** The zone. */
  public ZoneId zone(Environment environment) {
    return utc ? ZoneOffset.UTC : environment.zone();
  }
}
