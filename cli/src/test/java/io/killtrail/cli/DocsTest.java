package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages go stale in silence: what they name must be there. */
class DocsTest {
  private static final Path ROOT = Sample.ROOT;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern MAP_ROW =
      Pattern.compile("^\\| `(io\\.killtrail[\\w.]*)` \\|.*\\|(.*)\\|$", Pattern.MULTILINE);
  private static final List<String> MODULES = List.of("ingest", "analyzer", "reports", "cli");

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        String to = link.group(1);
        if (!to.contains("://")) {
          assertThat(page.resolveSibling(to)).as("link in " + page).exists();
        }
      }
    }
  }

  @Test
  void thePackageMapHasEveryPackageAndNoOther() throws IOException {
    assertThat(packageMap().keySet()).isEqualTo(packages());
  }

  @Test
  void thePackageMapPointsToTypesOfThePackage() throws IOException {
    packageMap()
        .forEach(
            (name, types) -> {
              String path = name.replace('.', '/');
              for (String type : types) {
                assertThat(MODULES)
                    .as("%s in %s", type, name)
                    .anyMatch(module -> Files.exists(source(module, path, type)));
              }
            });
  }

  @Test
  void everyTypeNamedInTheArchitectureExists() throws IOException {
    Set<String> types = new TreeSet<>();
    for (String folder : List.of("src/main/java", "src/test/java")) {
      for (Path file : sources(folder)) {
        types.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    assertThat(types).containsAll(names(TYPE, page("ARCHITECTURE.md")));
  }

  @Test
  void theReadmePrintsWhatTheCommandPrints() throws IOException {
    String readme = page("README.md");
    int begin = readme.indexOf("FLAGGED");
    String quoted = readme.substring(begin, readme.indexOf("\n```", begin));
    Sample sample = new Sample("sudden-death");
    assertThat(quoted.lines()).hasSizeGreaterThan(15);
    assertThat(sample.analyze().out()).contains(quoted);
    assertThat(readme.lines().filter(line -> line.startsWith("type=")))
        .isNotEmpty()
        .isSubsetOf(Files.readAllLines(sample.directory().resolve("audit.log")));
  }

  @Test
  void everySampleIsInTheListOfSamples() throws IOException {
    assertThat(names(Pattern.compile("^\\| `([\\w-]+)` \\|", Pattern.MULTILINE), list()))
        .containsExactlyInAnyOrderElementsOf(Sample.all().stream().map(Sample::name).toList());
  }

  private static String list() throws IOException {
    return page("samples/README.md");
  }

  @Test
  void pagesAreShortEnoughToBeRead() throws IOException {
    assertThat(page("README.md").lines()).hasSizeLessThan(150);
    assertThat(page("ARCHITECTURE.md").lines()).hasSizeLessThanOrEqualTo(150);
  }

  private static Path source(String module, String path, String type) {
    return ROOT.resolve(module).resolve("src/main/java").resolve(path).resolve(type + ".java");
  }

  private static Map<String, List<String>> packageMap() throws IOException {
    Map<String, List<String>> map = new TreeMap<>();
    for (MatchResult row : MAP_ROW.matcher(page("ARCHITECTURE.md")).results().toList()) {
      map.put(row.group(1), names(TYPE, row.group(2)));
    }
    return map;
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (String module : MODULES) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      for (Path file : files(sources, ".java")) {
        packages.add(sources.relativize(file.getParent()).toString().replace('/', '.'));
      }
    }
    return packages;
  }

  private static List<Path> sources(String folder) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : MODULES) {
      all.addAll(files(ROOT.resolve(module).resolve(folder), ".java"));
    }
    return all;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> entries = Files.list(ROOT)) {
      entries.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    pages.addAll(files(ROOT.resolve("samples"), ".md"));
    for (String module : MODULES) {
      pages.addAll(files(ROOT.resolve(module).resolve("src"), ".md"));
    }
    return pages;
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
