package io.killtrail.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  private static final Pattern INLINE =
      Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);
  private static final RecordSource RECORDS =
      ref ->
          ref.startsWith("audit:")
              ? List.of(
                  new RawRecord("/var/log/audit/audit.log", 1234, "type=SYSCALL id=" + ref),
                  new RawRecord("/var/log/audit/audit.log", 1300, "type=OBJ_PID opid=281"))
              : List.of();

  private static final Figures FIGURES =
      new Figures() {
        @Override
        public List<Figure> of(Report report) {
          return List.of(figure("Signals over time"));
        }

        @Override
        public List<Figure> of(Case each) {
          return each.pidFile().isPresent() ? List.of(figure("The collision")) : List.of();
        }
      };

  private static Figure figure(String title) {
    return new Figure(title, title + " in <words>", out -> out.append("<svg>").append("</svg>"));
  }

  private static String html(Analysis analysis) throws IOException {
    return html(analysis, ZoneOffset.UTC, Figures.NONE, RECORDS);
  }

  private static String html(Analysis analysis, ZoneId zone, Figures figures, RecordSource records)
      throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlReport(zone, figures, records)
        .write(Report.of(Sample.GENERATED, ReportFilter.ALL, analysis), out);
    return out.toString();
  }

  @Test
  void tellsEverything() throws IOException {
    String page = html(Sample.analysis());
    Golden.check("report.html", INLINE.matcher(page).replaceAll("<$1>...</$1>"));
  }

  /** In the golden file dots stand for it: what it does is tried in a browser. */
  @Test
  void bringsItsStyleAndItsScriptsWithIt() throws IOException {
    List<String> inline =
        INLINE.matcher(html(Sample.analysis())).results().map(part -> part.group(2)).toList();
    assertThat(inline).hasSize(3);
    for (String asset :
        List.of("colours.css", "page.css", "cases.css", "sections.css", "print.css")) {
      assertThat(inline.getFirst()).contains(asset(asset));
    }
    assertThat(inline.get(1)).contains(asset("theme.js"));
    for (String asset :
        List.of("open.js", "rows.js", "filter.js", "sort.js", "keys.js", "address.js")) {
      assertThat(inline.getLast()).contains(asset(asset));
    }
  }

  private static String asset(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  @Test
  void givesTheSameBytesForTheSameReport() throws IOException {
    assertThat(html(Sample.analysis())).isEqualTo(html(Sample.analysis()));
  }

  @Test
  void saysWhatIsNeededWhenThereIsNothing() throws IOException {
    assertThat(html(Sample.empty()))
        .contains("No evidence was read.")
        .contains("-S kill,tkill,tgkill")
        .doesNotContain("<form");
  }

  @Test
  void showsTimesWithTheOffsetOfAnotherZone() throws IOException {
    ZoneId zone = ZoneId.of("America/New_York");
    assertThat(html(Sample.analysis(), zone, Figures.NONE, RECORDS))
        .contains("<dd>America/New_York</dd>")
        .contains(
            "<time datetime=\"2026-11-21T02:22:16.868Z\">2026-11-20 21:22:16.868 -05:00</time>");
  }

  @Test
  void standsOnItsOwn() throws IOException {
    assertThat(html(Sample.analysis()))
        .doesNotContainPattern("(src|href)=\"(?!#|data:)")
        .doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest");
  }

  @Test
  void admitsNothingButItsOwnStyleAndScripts() throws Exception {
    String page = html(Sample.hostile("<script>alert(1)</script>"));
    List<String> sources = new ArrayList<>();
    for (MatchResult inline : INLINE.matcher(page).results().toList()) {
      byte[] text = inline.group(2).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      sources.add("&#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
    }
    assertThat(sources).hasSize(3);
    assertThat(page)
        .contains("default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;")
        .contains(
            "style-src " + sources.get(0) + "; script-src " + sources.get(1) + " " + sources.get(2))
        .doesNotContain("unsafe");
  }

  @Test
  void closesWhatItOpens() throws IOException {
    Pattern tag = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>");
    List<String> open = new ArrayList<>();
    for (MatchResult each : tag.matcher(INLINE.matcher(page()).replaceAll("")).results().toList()) {
      if (each.group(1).isEmpty()) {
        open.add(each.group(2));
      } else {
        assertThat(open.removeLast()).isEqualTo(each.group(2));
      }
      open.removeAll(List.of("meta", "link", "input", "img"));
    }
    assertThat(open).isEmpty();
  }

  private static String page() throws IOException {
    return html(Sample.analysis(), ZoneOffset.UTC, FIGURES, RECORDS);
  }

  @Test
  void hasFiguresOfTheReportAndWithinTheirCase() throws IOException {
    String page = page();
    assertThat(page).contains("<figcaption>Signals over time</figcaption>");
    assertThat(page.indexOf("The collision"))
        .isBetween(page.indexOf("id=\"case-0123456789abcdef\""), page.indexOf("id=\"unexpected\""));
    assertThat(page)
        .contains(
            "<img alt=\"The collision in &lt;words&gt;\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder()
                    .encodeToString("<svg></svg>".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isFoundByTheNamesThatACaseHadBefore() throws IOException {
    assertThat(html(Sample.analysis())).contains("id=\"case-fedcba9876543210\"");
  }

  @Nested
  class Records {
    @Test
    void standWithTheEvidenceWithFileAndOffset() throws IOException {
      assertThat(html(Sample.analysis()))
          .contains("<p class=\"place\">/var/log/audit/audit.log, byte 1,234</p>")
          .contains("<pre>type=SYSCALL id=audit:1795228936.868:484</pre>");
    }

    @Test
    void areCountedWhereThereAreTooMany() throws IOException {
      RawRecord record = new RawRecord("a.log", 1, "x".repeat(5_000));
      String page =
          html(
              Sample.analysis(),
              ZoneOffset.UTC,
              Figures.NONE,
              ref -> Collections.nCopies(300, record));
      assertThat(page)
          .contains("300 raw records ")
          .contains("280 more: killtrail show audit:1795228936.868:484")
          .contains("<pre>" + "x".repeat(4_000) + "...</pre>");
    }

    @Test
    void areReferencesOnlyWhenAPageHasEnough() throws IOException {
      Case one = Sample.collision("helperd");
      Analysis plain = Sample.analysis();
      Analysis many =
          new Analysis(
              plain.from(),
              plain.to(),
              plain.hosts(),
              plain.signals(),
              Collections.nCopies(1_000, one),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of());
      RawRecord record = new RawRecord("a.log", 1, "x".repeat(4_000));
      RecordSource source = ref -> Collections.nCopies(20, record);
      assertThat(html(many, ZoneOffset.UTC, Figures.NONE, source).length()).isLessThan(30_000_000);
    }
  }

  @Nested
  class Hostile {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>alert(1)</script>",
          "</script><script>alert(1)//",
          "</noscript><img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "'><svg onload=alert(1)>",
          "<!--",
          "]]>",
          "\u2028alert(1)",
          "\u202egpj.exe",
          "\u001b[2J"
        })
    void isTextWhereverItStands(String hostile) throws IOException {
      RecordSource records = ref -> List.of(new RawRecord(hostile, 1, hostile));
      String page = html(Sample.hostile(hostile), ZoneOffset.UTC, FIGURES, records);
      String plain =
          html(Sample.hostile("harmless"), ZoneOffset.UTC, FIGURES, ref -> records.of("harmless"));
      assertThat(page).contains(HtmlText.escape(hostile)).matches("[\\n -~]*");
      assertThat(tags(page)).isEqualTo(tags(plain));
    }

    /** The names of all elements in order: hostile text must add none. */
    private List<String> tags(String page) {
      return Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)")
          .matcher(page)
          .results()
          .map(found -> found.group(1))
          .toList();
    }

    @Test
    void isCut() throws IOException {
      assertThat(html(Sample.hostile("x".repeat(100_000))).length()).isLessThan(120_000);
    }
  }
}
