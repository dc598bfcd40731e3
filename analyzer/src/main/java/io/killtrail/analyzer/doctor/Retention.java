package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.setup.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far auditd's log reaches back, and whether a report comes in time. */
final class Retention {
  private static final Pattern STAMP = Pattern.compile("audit\\((\\d{1,10})\\.\\d{3}:");
  private static final int SUFFIX = 6;

  private final AuditLog log;
  private final ExaminedHost host;

  Retention(AuditLog log, ExaminedHost host) {
    this.log = log;
    this.host = host;
  }

  Finding look(String id) {
    if (!log.rotated()) {
      return Finding.ok(id, "auditd deletes no records");
    }
    return switch (host.view().names(log.directory())) {
      case Sight.Shown<List<String>> seen -> judge(id, seen.value());
      case Sight.Missing<List<String>> none ->
          Finding.unknown(id, how(), "there is no /" + log.directory() + " yet");
      case Sight.Hidden<List<String>> hidden -> Finding.unknown(id, how(), hidden.how());
    };
  }

  private String how() {
    return "How far back " + log.files() + " files of " + log.mebibytes() + " MiB reach";
  }

  private Finding judge(String id, List<String> names) {
    List<String> logs =
        names.stream()
            .filter(name -> number(name).isPresent())
            .sorted(Comparator.comparingLong((String name) -> number(name).orElse(0)).reversed())
            .toList();
    Optional<Instant> first =
        logs.isEmpty() ? Optional.empty() : firstRecord(log.directory() + "/" + logs.getFirst());
    if (first.isEmpty()) {
      return Finding.unknown(id, how(), "no record was found in /" + log.directory());
    }
    Duration reach = Duration.between(first.get(), host.now());
    String what = "The log reaches back " + words(reach) + ", " + logs.size() + " of ";
    what += log.files() + " files are there";
    boolean full = logs.size() >= log.files();
    return full && reach.compareTo(host.interval()) < 0
        ? Finding.problem(
            id,
            what + "; a report every " + words(host.interval()) + " misses what was deleted",
            Matter.ANYTHING,
            AuditLog.set("num_logs", Long.toString(needed(reach))))
        : Finding.ok(id, what);
  }

  /** As many as the interval needs at the pace of now, and half as many again; 999 is the most. */
  private long needed(Duration reach) {
    long seconds = Math.max(1, reach.toSeconds());
    return Math.min(999, log.files() * host.interval().toSeconds() * 3 / (2 * seconds) + 1);
  }

  /** Of {@code audit.log} 0, of {@code audit.log.3} 3; of other names nothing. */
  private OptionalLong number(String name) {
    if (name.equals(log.name())) {
      return OptionalLong.of(0);
    }
    String end = name.startsWith(log.name() + ".") ? name.substring(log.name().length() + 1) : "";
    boolean number =
        !end.isEmpty() && end.length() < SUFFIX && end.chars().allMatch(Character::isDigit);
    return number ? OptionalLong.of(Long.parseLong(end)) : OptionalLong.empty();
  }

  private Optional<Instant> firstRecord(String path) {
    return host.view()
        .file(path)
        .shown()
        .map(STAMP::matcher)
        .filter(Matcher::find)
        .map(stamp -> Instant.ofEpochSecond(Long.parseLong(stamp.group(1))));
  }

  static String words(Duration time) {
    if (time.toHours() < 1) {
      return count(Math.max(0, time.toMinutes()), "minute");
    }
    return time.toHours() < 48 ? count(time.toHours(), "hour") : count(time.toDays(), "day");
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
