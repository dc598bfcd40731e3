package io.killtrail.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Palette;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class OptionsTest {
  private static final Terminal SCREEN = new Terminal(false, true, true, false, 80);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

  @Command(name = "test")
  private static final class Options {
    @Mixin private IndexOption index;
    @Mixin private ColorOption color;
    @Mixin private FilterOptions filter;
    @Mixin private SpanOptions span;

    static Options of(String... args) {
      Options options = new Options();
      CommandLine line = new CommandLine(options);
      Words.register(line);
      line.parseArgs(args);
      return options;
    }
  }

  private static Environment environment(
      boolean root, Terminal terminal, Map<String, String> variables) {
    return new Environment(
        variables,
        CLOCK,
        ZoneOffset.UTC,
        Path.of("/home/carol"),
        root,
        terminal,
        StandardCharsets.UTF_8);
  }

  @Nested
  class Index {
    @Test
    void isTheOneNamedFirst() {
      Environment set = environment(true, SCREEN, Map.of("KILLTRAIL_INDEX", "/b"));
      assertThat(Options.of("--index", "/a").index.directory(set)).isEqualTo(Path.of("/a"));
      assertThat(Options.of().index.directory(set)).isEqualTo(Path.of("/b"));
    }

    @Test
    void dependsOnTheUserOtherwise() {
      assertThat(Options.of().index.directory(environment(true, SCREEN, Map.of())))
          .isEqualTo(Path.of("/var/lib/killtrail"));
      Environment empty = environment(false, SCREEN, Map.of("KILLTRAIL_INDEX", ""));
      assertThat(Options.of().index.directory(empty))
          .isEqualTo(Path.of("/home/carol/.local/share/killtrail"));
    }
  }

  @Nested
  class Color {
    private static Palette palette(
        Terminal terminal, Map<String, String> variables, String... args) {
      return Options.of(args).color.palette(environment(false, terminal, variables));
    }

    @Test
    void followsTheTerminal() {
      assertThat(palette(SCREEN, Map.of())).isEqualTo(Palette.ANSI);
      assertThat(palette(Terminal.NONE, Map.of())).isEqualTo(Palette.NONE);
    }

    @Test
    void honoursThoseWhoWantNone() {
      assertThat(palette(SCREEN, Map.of("NO_COLOR", "1"))).isEqualTo(Palette.NONE);
      assertThat(palette(SCREEN, Map.of("NO_COLOR", ""))).isEqualTo(Palette.ANSI);
      assertThat(palette(SCREEN, Map.of("TERM", "dumb"))).isEqualTo(Palette.NONE);
    }

    @Test
    void isWhatWasAskedForWhateverElse() {
      assertThat(palette(Terminal.NONE, Map.of("NO_COLOR", "1"), "--color", "always"))
          .isEqualTo(Palette.ANSI);
      assertThat(palette(SCREEN, Map.of(), "--color=never")).isEqualTo(Palette.NONE);
    }
  }

  @Test
  void filtersTakeTimesThatBeginWithADash() {
    TimeArgument times = new TimeArgument(CLOCK, ZoneOffset.UTC);
    Options given =
        Options.of("--since", "-2h", "--cause", "user,self", "--cause", "kernel", "--unit", "a");
    ReportFilter filter =
        given.filter.filter(given.span.since(times), given.span.until(times), Set.of("web01"));
    assertThat(filter.since()).contains(Instant.parse("2026-11-22T04:00:00Z"));
    assertThat(filter.causes()).containsExactly(Cause.USER, Cause.SELF, Cause.KERNEL);
    assertThat(filter.hosts()).containsExactly("web01");
    assertThat(filter.units()).containsExactly("a");
  }
}
