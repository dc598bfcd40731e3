package io.killtrail.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.Golden;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  /** An issue of GitHub takes no more. */
  private static final int LONGEST = 65_536;

  private static String markdown(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    Report report = Report.of(Sample.GENERATED, ReportFilter.ALL, analysis);
    new MarkdownReport(ZoneOffset.UTC).write(report, out);
    return out.toString();
  }

  private static List<Node> nodes(String markdown) {
    List<Node> all = new ArrayList<>();
    collect(PARSER.parse(markdown), all);
    return all;
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, all);
    }
  }

  private static List<String> kinds(String markdown) {
    return nodes(markdown).stream().map(node -> node.getClass().getSimpleName()).toList();
  }

  @Test
  void tellsEverything() throws IOException {
    Golden.check("report.md", markdown(Sample.analysis()));
  }

  @Test
  void tellsThatThereIsNothing() throws IOException {
    assertThat(markdown(Sample.empty())).contains("**found:** no case").doesNotContain("## ");
  }

  @Test
  void isParsedAsHeadingsListsAndTables() throws IOException {
    assertThat(kinds(markdown(Sample.analysis())))
        .contains("Heading", "BulletList", "TableBlock", "Code", "StrongEmphasis")
        .doesNotContain("HtmlInline", "HtmlBlock", "Link", "Image", "Emphasis", "OrderedList");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "`<b>x</b>`",
        "``` <b>x</b> ``",
        "a|b|c",
        "a\\|b",
        "*x* _y_ **z** ~~w~~",
        "[x](http://example.com)",
        "![x](http://example.com/x.png)",
        "http://example.com www.example.com",
        "<http://example.com>",
        "someone@example.com @someone #1 GH-1 owner/name#1",
        "\n# heading\n\n- list",
        "1. x",
        "+ x",
        "---",
        "$x$ :smile:",
        "&lt;b&gt;",
        "\\",
        "c902f26742611d73c902f26742611d73c902f267",
        " ",
      })
  void showsHostileTextAndDoesNothingElse(String hostile) throws IOException {
    String harmless = markdown(Sample.hostile("harmless"));
    String markdown = markdown(Sample.hostile(hostile));
    List<Node> nodes = nodes(markdown);
    assertThat(kinds(markdown))
        .doesNotContain("HtmlInline", "HtmlBlock", "Link", "Image", "Emphasis", "OrderedList");
    assertThat(nodes.stream().filter(TableCell.class::isInstance).count())
        .isEqualTo(nodes(harmless).stream().filter(TableCell.class::isInstance).count());
    assertThat(markdown.lines()).hasSameSizeAs(harmless.lines().toList());
    assertThat(text(nodes)).doesNotContainPattern("[<@#|$\\\\]|://|www\\.|[0-9a-f]{12}");
  }

  /** What stands outside of code spans. */
  private static String text(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof Text plain) {
        text.append(plain.getLiteral()).append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void everyRowHasAsManyCellsAsItsTable() throws IOException {
    for (Node node : nodes(markdown(Sample.hostile("a|b\\|c`|`")))) {
      if (node instanceof TableRow row && row.getParent() instanceof TableBody body) {
        TableHead head = (TableHead) Optional.ofNullable(body.getPrevious()).orElseThrow();
        assertThat(cells(row)).isEqualTo(cells(head.getFirstChild()));
      }
    }
  }

  private static int cells(Node row) {
    List<Node> all = new ArrayList<>();
    collect(row, all);
    return (int) all.stream().filter(TableCell.class::isInstance).count();
  }

  @Test
  void fitsIntoAnIssueAndSaysWhatItLeavesOut() throws IOException {
    Analysis many = Sample.withCases(Collections.nCopies(1000, Sample.collision("helperd")));
    String markdown = markdown(many);
    assertThat(markdown.length()).isLessThan(LONGEST);
    assertThat(markdown).contains("## Flagged: 1,000 cases").contains("940 more are left out here");
  }
}
