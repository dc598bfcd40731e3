package io.killtrail.reports.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.cases.SiteRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectFileTest {
  private static List<SiteRule> read(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ExpectFile.read("site.expect", new ByteArrayInputStream(bytes));
  }

  private static void refused(String text, int line, int position, String told) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ExpectFileException.class,
            wrong -> assertThat(wrong.fault().position()).hasValue(position))
        .hasMessageStartingWith("site.expect, line " + line + ": ")
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  private static SiteRule rule(int line, String query, String because) {
    return new SiteRule("site.expect", line, Optional.of(query), because);
  }

  @Test
  void hasRulesOfTwoLines() throws Exception {
    assertThat(
            read(
                """
                # Releases.
                expect cause:user AND host:web*
                because the release tool does that

                  expect   signal.name:TERM
                # and
                \tbecause\thealth check  # not a comment
                """))
        .containsExactly(
            rule(2, "cause:user AND host:web*", "the release tool does that"),
            rule(5, "signal.name:TERM", "health check  # not a comment"));
  }

  @Test
  void mayComeFromAnotherSystemOrBeEmpty() throws Exception {
    assertThat(read("\ufeffexpect cause:user\r\nbecause so\r\n"))
        .containsExactly(rule(1, "cause:user", "so"));
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing yet\n")).isEmpty();
  }

  @Test
  void tellsWhatALineShouldBe() {
    refused("# a\nexpct cause:user\n", 2, 0, "no line begins with 'expct'; did you mean expect?");
    refused("expect a:b\n  becuase x\n", 2, 2, "did you mean because?");
    refused("ignore a:b\n", 1, 0, "a line begins with expect, because, or #");
    refused("expect\nbecause x\n", 1, 6, "a query is missing");
    refused("expect a:b\nbecause \n", 2, 8, "a reason is missing");
  }

  @Test
  void wantsAReasonForEachRule() {
    String message = "this rule lacks its reason; write because REASON on the line below it";
    refused("\nexpect a:b\nexpect c:d\nbecause x\n", 2, 10, message);
    refused("expect a:b\nbecause x\nexpect c:d", 3, 10, message);
    refused("because x\nexpect a:b\n", 1, 0, "there is no expect QUERY before this reason");
  }

  @Test
  void isNeitherHugeNorAnotherFormat() {
    refused("#".repeat(ExpectFile.LARGEST + 1), 1, 0, "larger than 1048576 bytes");
    refused("expect a:b\nbecause x\n".repeat(1001), 2001, 0, "more than 1000 rules");
    refused("expect a:b\nbecause " + "x".repeat(2000), 2, 1008, "longer than 1000 characters");
    assertThatThrownBy(
            () ->
                ExpectFile.read(
                    "site.expect", new ByteArrayInputStream(new byte[] {'#', (byte) 0xff})))
        .hasMessage("site.expect, line 1: the file is not UTF-8");
  }
}
