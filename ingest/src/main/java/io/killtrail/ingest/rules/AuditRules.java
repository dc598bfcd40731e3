package io.killtrail.ingest.rules;

import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one text asks for: a file of rules, or what {@code auditctl -l} or {@code auditctl -s} says.
 *
 * @param rules in the order of the text
 * @param settings in the order of the text
 * @param odd lines that are none of such a text, in order; hostile
 */
public record AuditRules(List<RuleListed> rules, List<Setting> settings, List<String> odd) {
  public AuditRules {
    rules = List.copyOf(rules);
    settings = List.copyOf(settings);
    odd = List.copyOf(odd);
  }

  /** Reads a text. */
  public static AuditRules of(String text) {
    List<Item> items = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        RuleLine read = RuleLine.read(line, number);
        read.item().ifPresent(items::add);
        if (!read.known()) {
          odd.add(line);
        }
      }
    }
    return new AuditRules(of(RuleListed.class, items), of(Setting.class, items), odd);
  }

  private static <T extends Item> List<T> of(Class<T> type, List<Item> items) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The last value that it gives a setting. */
  public OptionalLong setting(String name) {
    return settings.stream()
        .filter(set -> set.name().equals(name))
        .mapToLong(Setting::value)
        .reduce((first, last) -> last);
  }
}
