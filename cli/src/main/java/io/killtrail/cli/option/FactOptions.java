package io.killtrail.cli.option;

import picocli.CommandLine.Option;

/** How facts are listed. */
public final class FactOptions {
  /** The formats of a list of facts. */
  public enum Format {
    TABLE,
    JSON,
    CSV
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, json (one object a line) or csv; both of these with all that search --fields names."
              + " Default: table.")
  private Format format = Format.TABLE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most this many. Default: 100; of timeline 1000, of --top 10.")
  private Integer limit;

  /** Made by picocli. */
  public FactOptions() {}

  public Format format() {
    return format;
  }

  /** What was asked for, else this many. */
  public int limit(int usual) {
    return limit == null ? usual : Math.max(0, limit);
  }
}
