package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The users, hosts and arguments that stand in the files of some evidence: found out in another way
 * than by what is tested.
 */
final class EvidenceNames {
  private static final Pattern USER =
      Pattern.compile(
          "(?:acct=\\\\?\"|UID=\\\\?\"|/home/|session opened for user |of user |publickey for )"
              + "([a-z_][a-z0-9_-]*)");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:\"_HOSTNAME\":\"|_HOSTNAME=|\\bnode=|\n[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} )([\\w.-]+)");
  private static final Pattern EXEC = Pattern.compile(" a[1-9][0-9]*=\"([^\"]+)\"");
  private static final Pattern HEX = Pattern.compile("(?:proctitle|cmd)=([0-9A-F]{12,})");
  private static final Pattern COMMAND =
      Pattern.compile("(?:COMMAND=|_CMDLINE=|\"_CMDLINE\":\")([^\"\n]+)");

  private static final Pattern PART = Pattern.compile("[^\\s\",;|()\\[\\]`'\\\\{}]+");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+[.]?|[0-9]+|[0-9.:]+");

  private static final Pattern KEY = Pattern.compile("\\bkey=\\\\?\"([\\w-]+)");

  /** Words of our own that are arguments too. */
  private static final Set<String> ADVICE = Set.of("--pidfile");

  /** What stays in reports. */
  private static final Pattern KEPT =
      Pattern.compile("\"(?:exe|comm|unit|path|sender_exe|victim_comm)\": \"([^\"]+)\"");

  /** Of every host: what these are is no secret. */
  private static final Set<String> COMMON =
      Set.of(
          "root",
          "unset",
          "messagebus",
          "localhost",
          "localhost.localdomain",
          "systemd",
          "unknown");

  /** Of audit rules, which records bear. */
  private final Set<String> keys = new HashSet<>();

  private final Set<String> names = new TreeSet<>();
  private final Set<String> arguments = new HashSet<>();

  /**
   * Reads all files.
   *
   * @param plain the report of it, in which executables, units and PID files stand that stay
   */
  EvidenceNames(Path evidence, Map<String, String> plain) throws IOException {
    try (Stream<Path> files = Files.walk(evidence)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(text(file));
      }
    }
    names.removeIf(name -> COMMON.contains(name) || !name.matches(".*[A-Za-z].*"));
    Set<String> told = arguments.stream().flatMap(EvidenceNames::parts).collect(Collectors.toSet());
    arguments.clear();
    told.stream().filter(EvidenceNames::tells).forEach(arguments::add);
    arguments.removeAll(kept(plain.getOrDefault("json", "")));
    arguments.removeAll(ADVICE);
    arguments.removeAll(keys);
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private void add(String text) {
    USER.matcher(text).results().forEach(found -> names.add(found.group(1)));
    KEY.matcher(text).results().forEach(found -> keys.add(found.group(1)));
    HOST.matcher(text).results().forEach(found -> names.add(found.group(1)));
    text.lines()
        .filter(line -> line.contains("argc="))
        .flatMap(line -> EXEC.matcher(line).results())
        .forEach(found -> arguments.add(found.group(1)));
    HEX.matcher(text).results().map(EvidenceNames::decoded).forEach(this::addArguments);
    COMMAND.matcher(text).results().map(found -> found.group(1)).forEach(this::addArguments);
  }

  private static String decoded(MatchResult found) {
    String digits = found.group(1);
    String even = digits.substring(0, digits.length() & ~1);
    return new String(HexFormat.of().parseHex(even), StandardCharsets.ISO_8859_1);
  }

  private void addArguments(String command) {
    Stream.of(command.split("[\\s\\x00]+", -1)).skip(1).forEach(arguments::add);
  }

  /** The parts between blanks, quotes and brackets; an argument may be told in part. */
  private static Stream<String> parts(String text) {
    return PART.matcher(text).results().map(MatchResult::group);
  }

  /** Plain words are words of reports too, and numbers are pids. */
  private static boolean tells(String part) {
    return part.length() > 4 && !WORD.matcher(part).matches();
  }

  /** What is also an executable, a unit, a PID file or a program's name stays as that. */
  private static Set<String> kept(String json) {
    return KEPT.matcher(json)
        .results()
        .flatMap(found -> parts(found.group(1)))
        .collect(Collectors.toSet());
  }

  /** A host can bear the name of a field, such as {@code arch=}. */
  void assertNoneIn(Map<String, String> formats) {
    formats.forEach(
        (format, text) -> {
          for (String name : names) {
            String word = "(?<![A-Za-z0-9])" + Pattern.quote(name) + "(?![A-Za-z0-9=])";
            assertThat(Pattern.compile(word).matcher(text).results().map(at -> around(text, at)))
                .as("name %s in %s", name, format)
                .isEmpty();
          }
          assertThat(parts(text).filter(arguments::contains))
              .as("arguments in %s", format)
              .isEmpty();
        });
  }

  private static String around(String text, MatchResult found) {
    int at = found.start();
    return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
  }
}
