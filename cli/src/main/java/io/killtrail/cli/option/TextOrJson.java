package io.killtrail.cli.option;

import picocli.CommandLine.Option;

/** For people or for programs. */
public final class TextOrJson {
  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private ReportOptions.Format format = ReportOptions.Format.TEXT;

  /** Made by picocli. */
  public TextOrJson() {}

  public ReportOptions.Format format() {
    return format;
  }
}
