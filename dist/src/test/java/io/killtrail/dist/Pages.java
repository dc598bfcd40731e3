package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pages that were packed: what they link to must have been packed, too. */
final class Pages {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  private Pages() {}

  /**
   * The links that lead nowhere.
   *
   * @param pages their texts, by their paths
   * @param packed the paths of all that was packed; directories may be left out
   */
  static List<String> broken(Map<String, String> pages, Set<String> packed) {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      for (MatchResult link : LINK.matcher(page.getValue()).results().toList()) {
        if (!link.group(1).contains("://")) {
          links++;
          String to = Path.of(page.getKey()).resolveSibling(link.group(1)).normalize().toString();
          if (packed.stream().noneMatch(path -> path.equals(to) || path.startsWith(to + "/"))) {
            broken.add(page.getKey() + " to " + to);
          }
        }
      }
    }
    assertThat(links).as("links in " + pages.keySet()).isGreaterThan(20);
    return broken;
  }
}
