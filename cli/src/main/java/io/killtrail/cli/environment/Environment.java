package io.killtrail.cli.environment;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command finds around it.
 *
 * @param variables environment variables
 * @param zone the user's zone
 * @param home the user's home directory
 * @param root whether the user is root
 * @param terminal what the standard streams are
 * @param charset in which text is written to the standard streams
 */
public record Environment(
    Map<String, String> variables,
    Clock clock,
    ZoneId zone,
    Path home,
    boolean root,
    Terminal terminal,
    Charset charset) {
  public Environment {
    variables = Map.copyOf(variables);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(home);
    Objects.requireNonNull(terminal);
    Objects.requireNonNull(charset);
  }

  /** The environment of this process. */
  public static Environment ofThisProcess() {
    String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return new Environment(
        System.getenv(),
        Clock.systemUTC(),
        ZoneId.systemDefault(),
        home(System.getenv()),
        ThisProcess.root(),
        Terminal.ofThisProcess(),
        Charset.forName(encoding));
  }

  /** A variable that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a program of this name is found by $PATH. */
  public boolean onPath(String program) {
    return variable("PATH").stream()
        .flatMap(path -> Arrays.stream(path.split(":", -1)))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** What a shell calls {@code ~}; Java alone asks the database of users. */
  private static Path home(Map<String, String> variables) {
    String told = variables.getOrDefault("HOME", "");
    return Path.of(told.startsWith("/") ? told : System.getProperty("user.home"));
  }
}
