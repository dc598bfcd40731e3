package io.killtrail.cli.option;

import io.killtrail.cli.environment.Environment;
import io.killtrail.reports.text.Palette;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether standard output is coloured. */
public final class ColorOption {
  /** When to colour. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never. Default: auto, on a terminal unless $NO_COLOR is set.")
  private When when = When.AUTO;

  /** Made by picocli. */
  public ColorOption() {}

  /** The colours for standard output. */
  public Palette palette(Environment environment) {
    return switch (when) {
      case ALWAYS -> Palette.ANSI;
      case NEVER -> Palette.NONE;
      case AUTO -> auto(environment) ? Palette.ANSI : Palette.NONE;
    };
  }

  /** The colours for a file: none unless they were asked for. */
  public Palette filePalette() {
    return when == When.ALWAYS ? Palette.ANSI : Palette.NONE;
  }

  /** Whether a terminal is there that takes colours, and nobody forbids them. */
  public static boolean auto(Environment environment) {
    return environment.terminal().out()
        && environment.variable("NO_COLOR").isEmpty()
        && !environment.variable("TERM").equals(Optional.of("dumb"));
  }
}
