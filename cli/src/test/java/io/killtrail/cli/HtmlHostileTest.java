package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Names that attack the reader of an HTML report. */
class HtmlHostileTest extends InBrowser {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String COMMAND =
      "=cmd()\u0000\u001b]0;owned\u0007</noscript><img src=x onerror=alert(1)>";
  private static final String UNIT = "appd<img src=x onerror=alert(1)>.service";

  /** The sample of the README, by people who had a hand in its names. */
  private URI page() throws IOException {
    Path evidence = Files.createDirectories(directory.resolve("hostile"));
    for (Path file : new Sample("sudden-death").files()) {
      String text =
          Files.readString(file)
              .replace("comm=\"helperd\"", "comm=" + hex(SCRIPT))
              .replaceAll("proctitle=[0-9A-F]+", "proctitle=" + hex(COMMAND))
              .replace("appd.service", UNIT);
      Files.writeString(evidence.resolve(file.getFileName()), text);
    }
    return report("hostile", evidence);
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void namesAreReadAndDoNothing() throws IOException {
    tab.open(page());
    tab.eval("document.getElementById('open-all').click()");
    assertThat(tab.eval("document.querySelector('#flagged h3').textContent"))
        .contains(SCRIPT, UNIT);
    assertThat(tab.eval("document.body.textContent"))
        .contains("=cmd() \\x1b]0;owned\\x07</noscript><img src=x onerror=alert(1)>");
    assertThat(tab.eval("document.scripts.length")).isEqualTo("2");
    assertThat(tab.holds(onlyOwnPictures())).isTrue();
    assertThat(tab.holds(onlyOwnAttributes())).isTrue();
    accessible();
    noComplaint();
  }

  /** No picture is loaded from anywhere: all are charts that are drawn into the page. */
  private static String onlyOwnPictures() {
    return "[...document.images].every(one => one.src.startsWith('data:image/svg+xml'))";
  }

  /** No element has a handler that a log put there. */
  private static String onlyOwnAttributes() {
    return "[...document.querySelectorAll('*')].every(one => one.getAttributeNames()"
        + ".every(name => !name.startsWith('on')))";
  }

  @Test
  void namesCanBeFilteredByAndLinked() throws IOException {
    tab.open(page());
    tab.eval("(control('sender').value = '=" + SCRIPT + "', write(update()))");
    assertThat(tab.holds(SHOWN + ".length > 0")).isTrue();
    String link = tab.eval("location.href");
    tab.open(URI.create(link));
    tab.until("control('sender').value === '=" + SCRIPT + "'");
    noComplaint();
  }
}
