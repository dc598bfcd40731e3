package io.killtrail.cli.option;

import picocli.CommandLine.Option;

/** How facts are listed. */
public final class FactOptions {
  /** The formats of a list of facts. */
  public enum Format {
    TABLE,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, or json: one object a line. Default: table.")
  private Format format = Format.TABLE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Show at most this many facts. Default: 100.")
  private int limit;

  @Option(names = "--count", description = "Print only how many facts match.")
  private boolean count;

  /** Made by picocli. */
  public FactOptions() {}

  public Format format() {
    return format;
  }

  public int limit() {
    return limit;
  }

  public boolean count() {
    return count;
  }
}
