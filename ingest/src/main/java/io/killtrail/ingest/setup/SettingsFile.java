package io.killtrail.ingest.setup;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Settings of the form {@code name = value}, as auditd.conf(5) and journald.conf(5) have them;
 * names in whatever case, sections passed over.
 *
 * @param values by lower-case name; hostile
 */
public record SettingsFile(Map<String, String> values) {
  public SettingsFile {
    values = Map.copyOf(values);
  }

  /** Reads a text; of a name that comes twice the last value counts. */
  public static SettingsFile of(String text) {
    Map<String, String> values = new TreeMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#") && !line.startsWith(";") && line.contains("="))
        .forEach(
            line -> {
              int at = line.indexOf('=');
              String name = line.substring(0, at).strip().toLowerCase(Locale.ROOT);
              values.put(name, line.substring(at + 1).strip());
            });
    return new SettingsFile(values);
  }

  /** These, and those of another file on top; an empty value takes a setting back. */
  public SettingsFile and(SettingsFile later) {
    Map<String, String> both = new TreeMap<>(values);
    both.putAll(later.values);
    return new SettingsFile(both);
  }

  /** A value, if there is one that is not empty. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isEmpty());
  }

  /** A value that is a number. */
  public OptionalLong number(String name) {
    return value(name)
        .filter(text -> text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
