package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The HTML report as it is read: on screens of any kind, on paper, and without its script. */
class HtmlReadsTest extends InBrowser {
  @TestFactory
  Stream<DynamicTest> everySampleReadsWithoutFault() {
    return Sample.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      String[] arguments = sample.arguments().toArray(String[]::new);
                      readsWithoutFault(report(sample.name(), sample.directory(), arguments));
                    }));
  }

  @Test
  void whatTheSiteExpectsReadsWithoutFault() throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("site.expect"),
            """
            expect cause:user
            because the queue is drained by hand
            expect sender.exe:"/usr/bin/healthd"
            because healthd ends what hangs
            """);
    Path evidence = new Sample("user-kill").directory();
    readsWithoutFault(report("expected", evidence, "--expect", rules.toString()));
  }

  @TestFactory
  Stream<DynamicTest> everyCaptureReadsWithoutFault() throws IOException {
    return Captures.boots().stream()
        .map(boot -> DynamicTest.dynamicTest(Captures.name(boot), () -> captureReads(boot)));
  }

  private void captureReads(Path boot) throws IOException {
    Path evidence = directory.resolve(Captures.name(boot));
    Captures.copyWithoutTruth(boot, evidence);
    readsWithoutFault(report(Captures.name(boot), evidence));
  }

  private void readsWithoutFault(URI page) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      asSeenIn(scheme, page);
      noComplaint();
    }
    assertThat(announced())
        .startsWith(tab.eval("document.querySelectorAll('details.case').length"));
  }

  private void asSeenIn(String scheme, URI page) throws IOException {
    tab.prefer(scheme);
    tab.open(page);
    // One case of each kind stands open.
    tab.eval(
        "document.querySelectorAll('h2 + details.case:not([open]) > summary')"
            + ".forEach(line => line.click())");
    accessible();
  }

  @Nested
  class Schemes {
    private int brightness() {
      // Rendered as rgb(r, g, b).
      String colour = tab.eval("getComputedStyle(document.body).backgroundColor");
      return Stream.of(colour.replaceAll("[^0-9,]", "").split(",", -1))
          .mapToInt(Integer::parseInt)
          .sum();
    }

    @Test
    void followTheSystemUntilTheReaderChooses() {
      tab.open(samples);
      assertThat(brightness()).isGreaterThan(600);
      tab.prefer("dark");
      assertThat(brightness()).isLessThan(150);
      tab.eval("document.getElementById('theme').click()");
      assertThat(tab.eval("document.getElementById('theme').textContent"))
          .isEqualTo("Theme: light");
      assertThat(brightness()).isGreaterThan(600);
      tab.open(samples);
      assertThat(tab.eval("document.getElementById('theme').textContent"))
          .isEqualTo("Theme: light");
      tab.eval("localStorage.clear()");
    }

    @Test
    void holdWithoutStorageToo() {
      tab.open(samples);
      tab.eval(
          "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }}); true");
      tab.eval("document.getElementById('theme').click()");
      assertThat(tab.eval("document.documentElement.dataset.theme")).isEqualTo("light");
      noComplaint();
    }
  }

  @Nested
  class Paper {
    @Test
    void hasWhatIsFlaggedInFull() {
      tab.open(samples);
      tab.eval(
          "addEventListener('beforeprint', () => { window.closedCases = document.querySelectorAll("
              + "'details.flagged:not([open])').length; })");
      String before = tab.eval("document.querySelectorAll('details[open]').length");
      byte[] pdf = Base64.getDecoder().decode(tab.print());
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(tab.eval("window.closedCases")).isEqualTo("0");
      assertThat(tab.eval("document.querySelectorAll('details[open]').length")).isEqualTo(before);
    }
  }

  @Nested
  class LaidOutForPrint {
    @Test
    void isDarkOnWhiteWithoutControls() {
      tab.prefer("dark");
      tab.open(samples);
      tab.layOutForPrint();
      assertThat(tab.eval("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");
      assertThat(
              tab.eval(
                  "[...document.querySelectorAll('button, select, input, .links')]"
                      + ".filter(one => one.checkVisibility()).length"))
          .isEqualTo("0");
    }
  }

  @Nested
  class Narrow {
    @Test
    void doesNotScrollSideways() throws IOException {
      tab.size(390, 844);
      tab.open(samples);
      tab.eval("document.getElementById('open-all').click()");
      assertThat(tab.holds("document.documentElement.scrollWidth <= 390")).isTrue();
      accessible();
    }
  }

  @Nested
  class WithoutScripts {
    @Test
    void everythingCanBeRead() {
      tab.scripts(false);
      tab.open(samples);
      assertThat(tab.holds("document.querySelector('#expected > details .evidence .raw pre')"))
          .isTrue();
      assertThat(tab.holds("document.getElementById('tools').checkVisibility()")).isFalse();
      assertThat(tab.eval("document.querySelectorAll('details.case .body').length"))
          .isEqualTo(tab.eval("document.querySelectorAll('details.case').length"));
    }
  }
}
