package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a browser, which is skipped where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
  /** The cases that are not filtered out, as an expression. */
  static final String SHOWN = "[...document.querySelectorAll('details.case:not([hidden])')]";

  private Optional<Browser> browser = Optional.empty();
  Path directory;
  Tab tab;

  /** All samples in one report: several hosts, causes and flags. */
  URI samples;

  @BeforeAll
  void chromiumIsThere(@TempDir Path empty) throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "Chromium is not there (package chromium)");
    directory = empty;
    Path profile = Files.createDirectory(directory.resolve("profile"));
    browser = Optional.of(Browser.start(program.get(), profile));
    tab = browser.get().tab();
    samples = report("samples", Sample.ROOT.resolve("samples"), "--year", "2026");
  }

  @AfterAll
  void chromiumEnds() {
    browser.ifPresent(Browser::close);
  }

  @BeforeEach
  void asANewReaderHasIt() {
    tab.size(1280, 900);
    tab.prefer("light");
    tab.scripts(true);
  }

  URI report(String name, Path evidence, String... options) throws IOException {
    Path file = directory.resolve(name + ".html");
    List<String> words =
        Stream.concat(
                Stream.of(
                    "analyze", evidence.toString(), "--format", "html", "-o", file.toString()),
                Stream.of(options))
            .toList();
    assertThat(Cli.run(words.toArray(String[]::new)).exit()).isZero();
    return file.toUri();
  }

  static URI at(URI page, String fragment) {
    return URI.create(page + "#" + fragment);
  }

  String announced() {
    return tab.eval("document.getElementById('shown-count').textContent");
  }

  /** The page says nothing on the console, and asks for nothing but itself. */
  void noComplaint() {
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests())
        .allMatch(url -> url.startsWith("file://") || url.startsWith("data:"))
        .filteredOn(url -> url.startsWith("file://"))
        .hasSizeLessThanOrEqualTo(1);
  }

  void accessible() throws IOException {
    assertThat(Axe.faults(tab)).isEmpty();
  }
}
