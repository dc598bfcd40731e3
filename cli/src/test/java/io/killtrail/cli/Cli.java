package io.killtrail.cli;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs the command as a user would, within this process. */
public final class Cli {
  public static final Environment ENVIRONMENT = environment(Map.of(), Terminal.NONE);

  private Cli() {}

  /** What a run left behind. */
  public record Result(int exit, String out, String err) {}

  public static Environment environment(Map<String, String> variables, Terminal terminal) {
    return environment(variables, terminal, "2026-11-22T06:00:00Z");
  }

  /** Another day. */
  public static Environment at(String now) {
    return environment(Map.of(), Terminal.NONE, now);
  }

  private static Environment environment(
      Map<String, String> variables, Terminal terminal, String now) {
    return new Environment(
        variables,
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
        ZoneOffset.UTC,
        Path.of("/nonexistent/home"),
        false,
        terminal,
        StandardCharsets.UTF_8);
  }

  public static Result run(String... args) {
    return run(ENVIRONMENT, args);
  }

  public static Result run(Environment environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(args, InputStream.nullInputStream(), out, err, environment);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
