package io.killtrail.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
  private static final ZoneId UTC = ZoneOffset.UTC;

  private static List<Chart> all(Report report) {
    List<Chart> charts = new ArrayList<>(Charts.of(report, UTC));
    for (Case told : report.analysis().cases()) {
      Charts.collision(told, UTC).ifPresent(charts::add);
    }
    return charts;
  }

  private static String svg(Chart chart) throws IOException {
    StringBuilder out = new StringBuilder();
    chart.svg(out);
    return out.toString();
  }

  private static Chart named(String name, Report report) {
    return all(report).stream()
        .filter(chart -> chart.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void drawsAllThatHasSomethingToShow() {
    assertThat(all(Scenes.full()))
        .extracting(Chart::name)
        .containsExactly(
            "signals",
            "exits-143",
            "who-kills-whom",
            "restart-loops",
            "coverage",
            "collision-0123456789abcdef");
  }

  @Test
  void drawsNothingOfNothing() {
    assertThat(all(Scenes.report(Sample.empty()))).isEmpty();
  }

  @Test
  void aCaseWithoutCollisionHasNoPictureOfOne() {
    Case stopped = Sample.analysis().cases().getLast();
    assertThat(Charts.collision(stopped, UTC)).isEqualTo(Optional.empty());
  }

  @Test
  void tellsTheNumbersToWhoCannotSeeThem() {
    assertThat(named("signals", Scenes.full()).alternative())
        .isEqualTo(
            "834 signals, besides 400 probes (signal 0, not drawn); 3 deaths, besides 20,000"
                + " presumed, told in groups. Signals: 830 SIGTERM, 4 SIGKILL. Deaths by"
                + " cause: 1 stale-pid-file, 1 stop-timeout, 1 unit-stop.");
    assertThat(named("exits-143", Scenes.full()).alternative())
        .isEqualTo("1 unexpected exit of 1 unit: appd.service. By cause: 1 stale-pid-file.");
    assertThat(named("restart-loops", Scenes.full()).alternative())
        .startsWith("1 restart loop with 312 restarts; most of logship.service: 312 restarts");
    assertThat(named("coverage", Scenes.full()).alternative())
        .isEqualTo(
            "1 host, 2 boots; signal calls were recorded over 22 min, of which records may be"
                + " missing over 60 s.");
    assertThat(named("collision-0123456789abcdef", Scenes.full()).alternative())
        .isEqualTo(
            "/var/lib/helperd/helperd.pid, written 2026-11-20 23:10:00.000 UTC, still held 350 when"
                + " helperd[456] sent SIGTERM to it on 2026-11-21 02:22:16.868 UTC; by then 350 was"
                + " a thread of java[281] of appd.service (121 threads, 300 to 420).");
  }

  @Test
  void theSameReportGivesTheSameSvgWhateverTheMachine() throws IOException {
    List<String> drawn = new ArrayList<>();
    for (Chart chart : all(Scenes.full())) {
      drawn.add(svg(chart));
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      for (Chart chart : all(Scenes.full())) {
        assertThat(drawn).contains(svg(chart));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theSameReportGivesTheSamePng() throws IOException {
    for (Chart chart : all(Scenes.full())) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      ByteArrayOutputStream other = new ByteArrayOutputStream();
      chart.png(one);
      chart.png(other);
      assertThat(one.toByteArray()).as(chart.name()).isEqualTo(other.toByteArray());
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.toByteArray()));
      assertThat(image.getWidth()).isEqualTo(1920);
      assertThat(colors(image)).as(chart.name()).hasSizeGreaterThan(20);
    }
  }

  private static Set<Integer> colors(BufferedImage image) {
    Set<Integer> colors = new TreeSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colors.add(image.getRGB(x, y));
      }
    }
    return colors;
  }

  @Test
  void anSvgCanStandInAPageBesideOthers() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Chart chart : all(Scenes.full())) {
      String svg = svg(chart);
      assertThat(svg).startsWith("<svg ").contains("role=\"img\"").doesNotContain("<!--", "<?xml");
      DrawnSvg drawn = DrawnSvg.parse(svg);
      assertThat(drawn.ids()).allSatisfy(id -> assertThat(id).startsWith(chart.name()));
      assertThat(ids).doesNotContainAnyElementsOf(drawn.ids());
      ids.addAll(drawn.ids());
      assertThat(drawn.ids()).containsAll(drawn.references());
      assertThat(drawn.text("title")).isEqualTo(chart.title());
      assertThat(drawn.text("desc")).isEqualTo(chart.alternative());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "]]>&lt;!--\"'",
        "\u001b[31mred\u0007\u0000\u007f\u009b",
        "\u202eevil\u2066\u200b\ufffe\uffff",
        "lone \ud800 surrogates \udc00",
        "\ud83d\ude00 \u4f60\u597d \u0645\u0631\u062d\u0628\u0627",
        "line\nbreak\r\ttab",
        "   ",
        ""
      })
  void whatALogSaysDoesNothing(String name) throws IOException {
    for (Chart chart : all(Scenes.hostile(name))) {
      check(chart);
    }
  }

  @Test
  void aVeryLongNameIsCut() throws IOException {
    for (Chart chart : all(Scenes.hostile("W".repeat(100_000) + " end"))) {
      check(chart);
      assertThat(svg(chart)).hasSizeLessThan(100_000);
    }
  }

  @Test
  void namesThatDifferOnlyAtTheirEndsAreCountedApart() {
    assertThat(named("who-kills-whom", BusyReport.make()).alternative())
        .contains("601 pairs of sender and victim") // of 300 units, by two each, and of all workers
        .contains("; most often pkill \u2192 worker, 90,000 times. Not shown: 589 more rows");
  }

  private static void check(Chart chart) throws IOException {
    DrawnSvg drawn = DrawnSvg.parse(svg(chart));
    assertThat(drawn.tags())
        .isSubsetOf(
            "svg",
            "title",
            "desc",
            "defs",
            "clipPath",
            "g",
            "path",
            "rect",
            "line",
            "text",
            "circle",
            "ellipse",
            "polygon",
            "polyline");
    assertThat(drawn.all())
        .as(chart.name())
        .allSatisfy(
            text ->
                assertThat(text.codePoints())
                    .noneMatch(Character::isISOControl)
                    .noneMatch(point -> Character.getType(point) == Character.FORMAT));
    drawn.assertNoLabelLiesOverAnother(chart.name());
    chart.png(new ByteArrayOutputStream());
  }
}
