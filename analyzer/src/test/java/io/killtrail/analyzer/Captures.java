package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.run.Ingester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Captured boots and what is known to have happened in them. */
final class Captures {
  private Captures() {}

  static Path root() {
    return Path.of(System.getProperty("killtrail.root", "."))
        .resolve(
            Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"))
        .normalize();
  }

  static List<Path> boots() throws IOException {
    try (Stream<Path> all = Files.walk(root(), 2)) {
      return all
          .filter(path -> Files.isRegularFile(path.resolve("truth.jsonl")))
          .sorted()
          .toList()
          .stream()
          .filter(path -> path.getFileName().toString().startsWith("boot"))
          .toList();
    }
  }

  static List<Fact> facts(Path boot) {
    Sink sink = new Sink();
    new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
        .ingest(List.of(boot), InputStream.nullInputStream());
    return sink.facts;
  }

  static List<Case> correlate(Path boot, List<Fact> facts) {
    Optional<String> host = Optional.of(boot.getParent().getFileName().toString());
    return Correlator.correlate(HostEvidence.of(host, facts)).cases();
  }

  static List<Truth> truths(Path boot) {
    try {
      return Files.readAllLines(boot.resolve("truth.jsonl")).stream()
          .flatMap(line -> Truth.of(line).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is of the time that the truth tells of. */
  static boolean within(List<Truth> truths, Instant time) {
    return truths.stream().anyMatch(truth -> !truth.from().isAfter(time))
        && truths.stream().anyMatch(truth -> !truth.to().isBefore(time));
  }

  /** One death as it was arranged and written down. */
  record Truth(
      String scenario,
      String verdict,
      int pid,
      Optional<String> unit,
      int sender,
      Instant from,
      Instant to) {
    private static final Pattern VICTIM = Pattern.compile("\"victim\": \\{[^}]*\"pid\": (\\d+)");
    private static final Pattern SENDER = Pattern.compile("\"sender\": \\{[^}]*\"pid\": (\\d+)");

    /** Empty when the line names no victim. */
    static Optional<Truth> of(String line) {
      Matcher victim = VICTIM.matcher(line);
      if (!victim.find()) {
        return Optional.empty();
      }
      Matcher sender = SENDER.matcher(line);
      return Optional.of(
          new Truth(
              text(line, "scenario"),
              text(line, "verdict"),
              Integer.parseInt(victim.group(1)),
              Optional.of(text(line, "unit")).filter(unit -> !unit.isEmpty()),
              sender.find() ? Integer.parseInt(sender.group(1)) : -1,
              time(line, "t0").minusSeconds(1),
              time(line, "t1").plusSeconds(10)));
    }

    private static String text(String line, String key) {
      return group(line, "\"" + key + "\": \"([^\"]*)\"");
    }

    private static Instant time(String line, String key) {
      double seconds = Double.parseDouble(group(line, "\"" + key + "\": ([0-9.]+)"));
      return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static String group(String line, String pattern) {
      Matcher found = Pattern.compile(pattern).matcher(line);
      return found.find() ? found.group(1) : "";
    }

    /** Such as {@code S6} of {@code S6-pkill}. */
    String family() {
      int dash = scenario.indexOf('-');
      return dash < 0 ? scenario : scenario.substring(0, dash);
    }

    Cause cause() {
      return switch (verdict) {
        case "stale_pidfile_thread", "stale_pidfile_recycled" -> Cause.STALE_PID_FILE;
        case "valid_pidfile" -> Cause.VALID_PID_FILE;
        case "service_manager_stop" -> Cause.UNIT_STOP;
        case "interactive_user" -> Cause.USER;
        case "self_exit" -> Cause.OWN_EXIT;
        default -> Cause.OTHER_PROCESS;
      };
    }

    /** Whether the case is of this death; without any signal, the unit may be all that it names. */
    boolean tells(Case told) {
      return !told.time().isBefore(from)
          && !told.time().isAfter(to)
          && (told.victims().stream().anyMatch(one -> one.pid().orElse(-1) == pid)
              || (told.victim().pid().isEmpty() && told.victim().unit().equals(unit)));
    }

    List<Case> in(List<Case> cases) {
      return cases.stream().filter(this::tells).toList();
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s: %s of %d", scenario, verdict, pid);
    }
  }

  private static final class Sink implements FactSink {
    private final List<Fact> facts = new ArrayList<>();

    @Override
    public boolean known(String digest) {
      return false;
    }

    @Override
    public void fact(Fact fact) {
      facts.add(fact);
    }

    @Override
    public void rejected(Rejection rejection) {}

    @Override
    public void finished(InputSummary summary) {}
  }
}
