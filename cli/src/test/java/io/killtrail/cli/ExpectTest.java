package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.reports.csv.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site says is meant there. */
class ExpectTest {
  private static final Sample KILL = new Sample("user-kill");
  private static final Sample COLLISION = new Sample("sudden-death");
  private static final String REASON = "alice drains the queue by hand each night";

  @TempDir private Path directory;

  private Path site(String... lines) throws IOException {
    return Files.write(directory.resolve("site.expect"), List.of(lines));
  }

  private Path drained() throws IOException {
    return site(
        "# Until the queue can be drained by its unit.",
        "expect cause:user AND victim.unit:queue-runner-* AND signal.name:SIGTERM",
        "because " + REASON,
        "",
        "expect sender.exe:\"/usr/bin/healthd\"",
        "because healthd ends what hangs");
  }

  private static Cli.Result report(Sample sample, Path rules, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--expect", rules.toString()));
    words.addAll(List.of(options));
    return sample.analyze(words.toArray(String[]::new));
  }

  private static String told(Sample sample, Path rules, String... options) throws IOException {
    Cli.Result result = report(sample, rules, options);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }

  @Test
  void aCaseLosesItsFlagAndSaysWhy() throws IOException {
    assertThat(KILL.analyze().out()).contains("FLAGGED  1 case").doesNotContain("EXPECTATIONS");
    assertThat(told(KILL, drained()).replaceAll("\\s+", " "))
        .doesNotContain("FLAGGED")
        .contains("0 flagged, 0 more not expected, 1 expected, 1 of these by rules of this site")
        .contains("expected here: " + REASON + " (" + drained() + ", line 2)")
        .contains("without this rule flagged unexpected-143");
  }

  @Test
  void aRuleThatMatchesNothingIsTold() throws IOException {
    assertThat(told(KILL, drained()).replaceAll("\\s+", " "))
        .contains("EXPECTATIONS 2 rules, 1 unused " + REASON + " (matches 1 case; takes away")
        .contains("healthd ends what hangs (unused, matches no case)");
    Told json = Told.parse(told(KILL, drained(), "--format", "json"));
    assertThat(json.list("expectations"))
        .extracting(each -> each.at("matched"))
        .containsExactly("1", "0");
    assertThat(told(KILL, drained(), "--format", "csv", "--section", "expectations").lines())
        .last()
        .asString()
        .endsWith(",5,\"sender.exe:\"\"/usr/bin/healthd\"\"\",healthd ends what hangs,0,0,");
    assertThat(told(KILL, drained(), "--format", "openmetrics"))
        .contains("killtrail_expectations 2\n", "killtrail_expectations_unused 1\n")
        .contains("killtrail_cases_expected_by_rules{host=\"web01\"} 1\n");
  }

  @Test
  void filtersAndTheExitStatusSeeWhatIsLeft() throws IOException {
    assertThat(KILL.analyze("--fail-on", "flagged").exit()).isEqualTo(3);
    assertThat(report(KILL, drained(), "--fail-on", "flagged").exit()).isZero();
    assertThat(told(KILL, drained(), "--flag", "unexpected-143")).contains("no case");
    assertThat(told(KILL, drained(), "--cause", "user")).contains("1 expected");
    String elsewhere = told(KILL, drained(), "--until", "2020-01-01");
    assertThat(elsewhere.replaceAll("\\s+", " ")).contains("(matches 1 case, named by 0 here)");
  }

  @Test
  void aCollisionThatIsExpectedStaysOneAndThatIsSaid() throws IOException {
    Path rules = site("expect cause:stale-pid-file", "because helperd goes next week");
    Told json = Told.parse(told(COLLISION, rules, "--format", "json"));
    Told plain = Told.parse(COLLISION.analyze("--format", "json").out());
    assertThat(json.list("cases"))
        .hasSameSizeAs(plain.list("cases"))
        .filteredOn(each -> each.at("cause").equals("stale-pid-file"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.list("flags")).isEmpty();
              assertThat(each.at("expected")).isEqualTo("true");
              assertThat(each.at("confidence")).isEqualTo("proven");
              assertThat(each.at("expected_by.cleared_flags")).contains("stale-pid-file-collision");
            });
    assertThat(told(COLLISION, rules).replaceAll("\\s+", " "))
        .contains("without this rule flagged stale-pid-file-collision")
        .contains("takes away stale-pid-file-collision");
  }

  @Test
  void severalFilesCountTogetherAndReportsOfAnIndexTakeThemToo() throws IOException {
    Path more =
        Files.writeString(
            directory.resolve("more.expect"), "expect host:web01\nbecause it is a test host\n");
    assertThat(told(KILL, drained(), "--expect", more.toString()))
        .contains("EXPECTATIONS  3 rules, 1 unused");
    String index = directory.resolve("index").toString();
    Cli.run("ingest", "--index", index, KILL.directory().toString());
    Cli.Result kept =
        Cli.run("report", "--index", index, "--fail-on", "flagged", "--expect", more.toString());
    assertThat(kept.exit()).isZero();
    assertThat(kept.out()).contains("it is a test host");
  }

  @Test
  void theExampleOfTheDocumentsCanBeUsed() throws IOException {
    String page = Files.readString(Sample.ROOT.resolve("docs/reports.md"));
    String example =
        page.substring(page.indexOf("    # The deploy"), page.indexOf("A rule has two"));
    assertThat(told(KILL, site(example.split("\n", -1))))
        .contains("EXPECTATIONS  2 rules, 2 unused");
  }

  @Nested
  class Wrong {
    private Cli.Result refused(String... lines) throws IOException {
      Cli.Result result = report(KILL, site(lines));
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      return result;
    }

    @Test
    void aFieldIsShownWithItsPlaceAndWhatWasMeant() throws IOException {
      assertThat(refused("", "expect cause:user AND victm.unit:a", "because x").err())
          .isEqualTo(
              "killtrail: %s, line 2: there is no field victm.unit; did you mean victim.unit?\n"
                      .formatted(directory.resolve("site.expect"))
                  + "  cause:user AND victm.unit:a\n"
                  + "                 ^\n"
                  + "The fields of cases are the columns of --format csv;"
                  + " killtrail-report(1) lists them.\n");
    }

    @Test
    void aLineIsShownWithItsPlaceAndWhatWasMeant() throws IOException {
      assertThat(refused("expect cause:user", "becuase x").err())
          .contains(
              "line 2: no line begins with 'becuase'; did you mean because?\n  becuase x\n  ^");
      assertThat(refused("expect cause:user").err()).contains("line 1: this rule lacks its reason");
    }

    @Test
    void aFileThatIsNotThereIsNamedBeforeAnythingIsRead() throws IOException {
      Cli.Result result = KILL.analyze("--expect", directory.resolve("none").toString());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("none: no such file or directory");
    }

    @Test
    void whatIsHugeIsRefusedAndCut() throws IOException {
      assertThat(refused("expect host:" + "x".repeat(100_000), "because x").err())
          .contains("the query is longer than 10000 characters")
          .hasSizeLessThan(500);
      assertThat(refused("expect " + "(".repeat(9000), "because x").err())
          .contains("more than 100 brackets")
          .hasSizeLessThan(500);
      assertThat(refused("#".repeat(2_000_000)).err())
          .contains("larger than 1048576 bytes")
          .hasSizeLessThan(500);
    }

    @Test
    void whatIsHostileIsHarmlessInAMessage() throws IOException {
      assertThat(refused("expect a\u001b[2J:b", "because x").err()).doesNotContain("\u001b");
      assertThat(refused("\u001b[2J cause:user").err()).doesNotContain("\u001b");
    }
  }

  @Nested
  class Hostile {
    private static final String TEXT = "=cmd()\u001b[2J<script>alert(1)</script>|[x](y) @all";

    @ParameterizedTest
    @ValueSource(strings = {"text", "html", "json", "csv", "markdown", "openmetrics"})
    void textDoesNothing(String format) throws IOException {
      Path rules =
          site(
              "expect cause:user", "because " + TEXT, "expect host:\"" + TEXT + "\"", "because -1");
      String out = told(KILL, rules, "--format", format);
      assertThat(out).isNotEmpty().doesNotContain("\u001b");
      if (format.equals("html")) {
        assertThat(out).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
      }
      if (format.equals("markdown")) {
        assertThat(out).contains("\\x7c").doesNotContain("> [x](y)");
      }
    }

    @ParameterizedTest
    @EnumSource
    void noCellBecomesAFormula(Section section) throws IOException {
      Path rules = site("expect cause:user", "because " + TEXT);
      String name = section.label().replace('_', '-');
      assertThat(told(KILL, rules, "--format", "csv", "--section", name))
          .doesNotContain(",=cmd", "\"=cmd");
    }
  }

  @Test
  void redactionLeavesOutTheRuleAndNamesNobodyInTheReason() throws IOException {
    for (String format : List.of("text", "html", "json", "csv", "markdown")) {
      assertThat(told(KILL, drained(), "--redact", "--format", format).replaceAll("\\s+", " "))
          .doesNotContain("alice", "queue-runner-*")
          .containsPattern("user-[0-9a-f]{8}`? drains the queue by hand");
    }
  }
}
