package io.killtrail.ingest.rules;

import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of {@code audit.rules}, {@code auditctl -l} or {@code auditctl -s} (auditctl(8),
 * audit.rules(7)).
 */
final class RuleLine {
  private static final Map<String, String> OPTIONS =
      Map.of("-e", "audit_enabled", "-r", "audit_rate_limit", "-b", "audit_backlog_limit");
  private static final Map<String, String> STATUS =
      Map.of(
          "enabled", "audit_enabled",
          "pid", "audit_pid",
          "rate_limit", "audit_rate_limit",
          "backlog_limit", "audit_backlog_limit",
          "lost", "lost");

  /** What a line may begin with and yet say nothing of what is recorded. */
  private static final List<String> IDLE =
      List.of(
          "-D",
          "-c",
          "-i",
          "-f",
          "--backlog_wait_time",
          "--loginuid-immutable",
          "--reset-lost",
          "-q",
          "-t",
          "-p",
          "-k",
          "-d",
          "-W",
          "No rules",
          "failure ",
          "pid ",
          "backlog ",
          "backlog_wait_time",
          "loginuid_immutable",
          "flag ");

  /** Whether it is a line of such a file at all. */
  private final boolean known;

  private final Optional<Item> item;

  private RuleLine(boolean known, Optional<Item> item) {
    this.known = known;
    this.item = item;
  }

  boolean known() {
    return known;
  }

  Optional<Item> item() {
    return item;
  }

  /**
   * Reads a line.
   *
   * @param number its place in the input, from 1
   */
  static RuleLine read(String line, int number) {
    List<String> words = words(line);
    String first = words.isEmpty() ? "" : words.getFirst();
    Optional<Item> item =
        switch (first) {
          case "-a", "-A" -> rule(words, number);
          case "-w" -> watch(words, number);
          default -> setting(words);
        };
    boolean idle = IDLE.stream().anyMatch(line.strip()::startsWith);
    return new RuleLine(item.isPresent() || idle, item);
  }

  private static Optional<Item> setting(List<String> words) {
    if (words.size() < 2) {
      return Optional.empty();
    }
    String name = OPTIONS.getOrDefault(words.get(0), STATUS.get(words.get(0)));
    OptionalLong value = number(words.get(1));
    return name == null || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Setting(name, value.getAsLong(), OptionalLong.empty()));
  }

  private static OptionalLong number(String word) {
    try {
      return OptionalLong.of(Long.parseLong(word));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** {@code -a always,exit -F arch=b64 -S kill,tkill -F a1!=0 -k kill}. */
  private static Optional<Item> rule(List<String> words, int number) {
    List<String> where = words.size() < 2 ? List.of() : List.of(words.get(1).split(",", -1));
    boolean always = where.contains("always");
    if (where.size() != 2 || (!always && !where.contains("never"))) {
      return Optional.empty();
    }
    String list = where.get(where.get(0).equals("always") || where.get(0).equals("never") ? 1 : 0);
    Optional<String> arch = Optional.empty();
    Optional<String> key = Optional.empty();
    List<String> calls = new ArrayList<>();
    List<String> filters = new ArrayList<>();
    for (int i = 2; i + 1 < words.size(); i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "-S" -> calls.addAll(List.of(value.split(",", -1)));
        case "-k" -> key = Optional.of(value);
        case "-F", "-C" -> {
          if (value.startsWith("arch=")) {
            arch = Optional.of(value.substring("arch=".length()));
          } else if (value.startsWith("key=")) {
            key = Optional.of(value.substring("key=".length()));
          } else {
            filters.add(value);
          }
        }
        default -> filters.add(words.get(i) + " " + value);
      }
    }
    boolean file = filters.stream().anyMatch(RuleLine::ofFile);
    if (calls.isEmpty() && !file) {
      calls.add("all"); // as auditctl takes it
    }
    return Optional.of(new RuleListed(number, list, always, arch, calls, filters, key));
  }

  private static boolean ofFile(String filter) {
    return filter.startsWith("path=") || filter.startsWith("dir=");
  }

  /** {@code -w /run -p wa -k pidfile}. */
  private static Optional<Item> watch(List<String> words, int number) {
    if (words.size() < 2) {
      return Optional.empty();
    }
    Optional<String> key = Optional.empty();
    List<String> filters = new ArrayList<>(List.of("path=" + words.get(1)));
    for (int i = 2; i + 1 < words.size(); i += 2) {
      if (words.get(i).equals("-k")) {
        key = Optional.of(words.get(i + 1));
      } else if (words.get(i).equals("-p")) {
        filters.add("perm=" + words.get(i + 1));
      }
    }
    return Optional.of(
        new RuleListed(number, "exit", true, Optional.empty(), List.of(), filters, key));
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("[ \t]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
