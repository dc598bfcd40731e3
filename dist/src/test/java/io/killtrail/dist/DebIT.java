package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What lies where in the .deb. {@link FreshDebianIT} installs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebIT {
  private static final Path MANUAL = Distribution.ROOT.resolve("cli/target/manual");
  private static final String UNITS = "/lib/systemd/system/";

  private DebFile deb;

  @BeforeAll
  void read() throws IOException {
    deb = DebFile.read(Distribution.DEB);
  }

  @Test
  void dependsOnWhatTheRuntimeNeeds() {
    assertThat(deb.field("Package")).isEqualTo("killtrail");
    assertThat(deb.field("Architecture")).isEqualTo(Distribution.ARCHITECTURE);
    assertThat(deb.field("Depends")).contains("libc6", "libfontconfig1", "fonts-dejavu-core");
    assertThat(deb.field("Recommends")).contains("auditd");
  }

  @Test
  void theCommandIsOnThePath() {
    var link = deb.data().get("/usr/bin/killtrail").header();
    assertThat(link.isSymbolicLink()).isTrue();
    assertThat(deb.data())
        .containsKey(Path.of("/usr/bin").resolve(link.getLinkName()).normalize().toString());
  }

  @Test
  void everyUnitIsThereAndNamesWhatIsInstalled() throws IOException {
    try (Stream<Path> units = Files.list(Distribution.ROOT.resolve("systemd"))) {
      for (Path unit : units.toList()) {
        assertThat(deb.data()).containsKey(UNITS + unit.getFileName());
      }
    }
    for (Map.Entry<String, DebFile.Entry> file : deb.data().entrySet()) {
      if (file.getKey().startsWith(UNITS) || file.getKey().endsWith("plugins.d/killtrail.conf")) {
        namesWhatIsInstalled(file.getValue().text());
      }
    }
  }

  private void namesWhatIsInstalled(String text) {
    assertThat(text).doesNotContain("/opt/");
    for (String word : text.split("[\\s=]+|file://", -1)) {
      if (word.startsWith("/usr/")) {
        assertThat(deb.data()).containsKey(word);
      }
    }
  }

  @Test
  void nothingIsStartedOrEnabled() {
    assertThat(deb.control().get("/postinst").text())
        .doesNotContainPattern("systemctl (enable|start|restart)");
    assertThat(deb.data().keySet()).noneMatch(path -> path.contains(".wants/"));
  }

  /** Debian keeps both at places of their own, man pages packed. */
  @Test
  void manPagesAndCompletionsAreWhereDebianHasThem() throws IOException {
    Map<String, String> places =
        Map.of(
            "man1", "/usr/share/man/man1/",
            "bash", "/usr/share/bash-completion/completions/",
            "zsh", "/usr/share/zsh/vendor-completions/",
            "fish", "/usr/share/fish/vendor_completions.d/");
    for (Map.Entry<String, String> place : places.entrySet()) {
      String packed = place.getKey().equals("man1") ? ".gz" : "";
      for (String file : generated(place.getKey())) {
        assertThat(deb.data()).containsKey(place.getValue() + file + packed);
      }
    }
  }

  private static List<String> generated(String kind) throws IOException {
    Path directory = MANUAL.resolve(kind);
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Debian keeps no copies of the Apache licence in packages: {@code copyright} names it. */
  @Test
  void allThatItsPagesLinkToIsThere() {
    Map<String, String> pages = new TreeMap<>();
    deb.data()
        .forEach(
            (path, entry) -> {
              if (path.endsWith(".md")) {
                pages.put(path, entry.text());
              }
            });
    assertThat(Pages.broken(pages, deb.data().keySet()))
        .isNotEmpty()
        .allMatch(link -> link.endsWith(" to /usr/share/doc/killtrail/LICENSE"));
  }

  @Test
  void belongsToRootAndMayBeReadByAll() {
    deb.data()
        .forEach(
            (path, entry) -> {
              assertThat(entry.header().getLongUserId()).as(path).isZero();
              assertThat(entry.header().getLongGroupId()).as(path).isZero();
              if (!entry.header().isSymbolicLink()) {
                assertThat(entry.header().getMode() & 0777).as(path).isIn(0644, 0755);
              }
            });
  }
}
