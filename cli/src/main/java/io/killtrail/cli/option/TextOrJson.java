package io.killtrail.cli.option;

import picocli.CommandLine.Option;

/** For people or for programs. */
public final class TextOrJson {
  /** The formats of what is told of an index. */
  public enum Format {
    TEXT,
    JSON
  }

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  /** Made by picocli. */
  public TextOrJson() {}

  public Format format() {
    return format;
  }
}
